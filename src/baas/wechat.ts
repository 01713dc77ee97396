/** The port to WeChat itself. Rejections are BaasErrors: see wechat-errors.ts. */
export interface Wechat {
  /** A fresh code of wx.login: one use, five minutes. Rejects with 611 where there is no WeChat. */
  loginCode: () => Promise<string>
  /** Version of the base library, such as `3.8.12`; the newest one known where there is none. */
  libVersion: () => string
}

/** Whether base library `version` is at least `wanted`, both as `1.2.3`. */
export const isAtLeast = (version: string, wanted: string): boolean => {
  const have = version.split('.')
  for (const [index, part] of wanted.split('.').entries()) {
    const difference = (Number.parseInt(have[index] ?? '0', 10) || 0) - Number.parseInt(part, 10)
    if (difference !== 0) return difference > 0
  }
  return true
}

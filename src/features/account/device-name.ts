const KINDS: ReadonlyArray<readonly [RegExp, string]> = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const SYSTEMS: ReadonlyArray<readonly [RegExp, string]> = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
]

const find = (kinds: typeof KINDS, text: string) => kinds.find(([sign]) => sign.test(text))?.[1]

/** A device by words its owner recognises, from the User-Agent and the way of signing in. `wechat`: what it is called. */
export function deviceName(userAgent: string, method: string, wechat: string): string {
  const isWechat = /wechat/.test(method) || /MicroMessenger|miniProgram/i.test(userAgent)
  const program = isWechat ? wechat : find(KINDS, userAgent)
  return [program, find(SYSTEMS, userAgent)].filter(Boolean).join(' · ') || method
}

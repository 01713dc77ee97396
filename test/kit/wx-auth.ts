import type { makeAuth } from './make-auth'

/** What a tap on the phone number button returns (docs/wechat.md 4.1). */
export const phoneEvent = {
  detail: { code: 'phone-code', encryptedData: 'E', iv: 'I', errMsg: 'ok' },
}

/** A WeChat with that base library, as a part of `makeAuth`. */
export const oldPhone = (libVersion: string) => ({
  wechat: { loginCode: async () => 'a-code', libVersion: () => libVersion },
})

/** Method, path and body of the latest request. */
export const last = ({ network }: ReturnType<typeof makeAuth>) => {
  const { method, url, body } = network.requests.at(-1) ?? {}
  return [`${method} ${url?.replace('https://baas.invalid', '')}`, body]
}

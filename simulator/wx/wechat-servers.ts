import type { Lang, ProfileEra, UserProfile } from './account/user-profile'

/** What the phone asks WeChat's own servers for; answered by the simulator's control API. */
export interface WechatServers {
  /** A fresh login code: one use, five minutes (docs/wechat.md 5.1). */
  loginCode: (ask: Who) => Promise<{ code: string }>
  /** Whether the session_key of the last login still holds (docs/wechat.md 5.4). */
  checkSession: (ask: Who) => Promise<{ valid: boolean }>
  /** What getUserProfile returns in this era (docs/wechat.md 1.1). */
  profile: (ask: Who & { era: ProfileEra; lang?: Lang }) => Promise<UserProfile>
  /**
   * A phone code: one use, five minutes; `errno` 1400001 when the operator's quota is spent (docs/wechat.md 4.1,
   * 4.3).
   */
  phoneCode: (ask: Who & { phone?: string }) => Promise<PhoneCode | { errno: number }>
}

/** The person on whose phone the mini-program with this AppID runs. */
interface Who {
  person: string
  appid: string
}

/** What the phone button returns. */
interface PhoneCode {
  code: string
  encryptedData: string
  iv: string
}

const post = async (url: string, body: object): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' }
  const asked = { method: 'POST', headers, body: JSON.stringify(body) }
  const answer = await fetch(url, asked).catch((cause: unknown) => {
    throw new Error(`The simulator does not answer at ${url}: start it.`, { cause })
  })
  if (!answer.ok) throw new Error(`The simulator refused ${url} with status ${answer.status}.`)
  return answer.json()
}

/** WeChat's servers over the simulator's HTTP control API at `base` (for example `http://127.0.0.1:8788`, with a slash or without). */
export const connectSimulator = (base: string): WechatServers => {
  const origin = base.replace(/\/+$/, '')
  const ask =
    <Question extends object, Reply>(call: string) =>
    async (question: Question) =>
      (await post(`${origin}/control/${call}`, question)) as Reply
  return {
    loginCode: ask('login-code'),
    checkSession: ask('check-session'),
    profile: ask('profile'),
    phoneCode: ask('phone-code'),
  }
}

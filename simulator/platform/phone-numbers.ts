import type { Accounts } from './accounts'
import { type Audience, createCodeBook } from './codes'
import { type Sealed, type Watermark, seal } from './crypto'
import { inSeconds } from './clock'
import type { Person } from './people'
import { type Phone, displayedNumber } from './profiles'
import type { Derive } from './randomness'

/** A phone number as WeChat reports it to a server. */
interface PhoneInfo {
  phoneNumber: string
  purePhoneNumber: string
  countryCode: string
  watermark: Watermark
}

/** The phone number button: what it returns to the app, and what its code is worth to the server. */
export interface PhoneNumbers {
  /**
   * A click on the button, answered with yes: the phone code, and the older encrypted form (docs/wechat.md 4.1,
   * 4.6).
   */
  ask: (person: Person, audience: Audience, phone: Phone) => { code: string } & Sealed
  /** getuserphonenumber: spends a phone code; `openid` given, only if it is that person's. */
  exchange: (code: string, appid: string, openid: string | undefined) => PhoneInfo | 'invalid'
  clear: () => void
}

/** Phone numbers on the clock `now` (milliseconds); codes and initial vectors come from `fresh`. */
export const createPhoneNumbers = (
  now: () => number,
  fresh: Derive,
  accounts: Accounts,
): PhoneNumbers => {
  const codes = createCodeBook<{ phone: Phone; timestamp: number }>(now)

  const infoOf = (phone: Phone) => ({ phoneNumber: displayedNumber(phone), ...phone })

  return {
    ask: (person, audience, phone) => {
      const appid = audience.kind === 'app' ? audience.appid : accounts.latestAppOf(person)
      const timestamp = inSeconds(now())
      const code = fresh('phone-code').subarray(0, 32).toString('hex')
      codes.issue(code, { person, audience, content: { phone, timestamp } })
      const sessionKey = accounts.sessionKeyOf(person, appid)
      const iv = fresh('iv').subarray(0, 16)
      return { code, ...seal(infoOf(phone), { timestamp, appid }, sessionKey, iv) }
    },
    exchange: (code, appid, openid) => {
      const isHolder = (person: Person) =>
        openid === undefined || accounts.identityOf(person, appid).openid === openid
      const redemption = codes.redeem(code, appid, isHolder)
      if (redemption.kind !== 'redeemed') return 'invalid'
      const { phone, timestamp } = redemption.content
      return { ...infoOf(phone), watermark: { timestamp, appid } }
    },
    clear: () => {
      codes.clear()
    },
  }
}

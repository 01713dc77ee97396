import { bindPhone, sendSmsCode, verifyPhone } from '../../baas/phone'
import type { PhoneDetail } from '../../baas/phone-event'
import { readUser } from '../../baas/user'
import type { Auth } from '../auth'
import type { Meanings } from '../failure'
import { attempt, type Outcome } from './attempt'
import { changeAccount } from './change'
import { write } from './write'

const TAKEN: Meanings = { 400: 'conflict' }

/** `event.detail` of the phone button. */
export type PhoneButtonDetail = PhoneDetail

/** The member's phone number. */
export interface PhoneActions {
  /** Binds the number of the phone button; with `overwrite` false, `conflict` where another number is bound. One request. */
  bindPhone: (detail: PhoneButtonDetail, options: { overwrite: boolean }) => Promise<Outcome>
  /** Texts a code to a number, for a member and a guest alike. */
  sendSmsCode: (phone: string) => Promise<Outcome<void>>
  /** Binds a number by the code sent to it. One request; three on a backend that verifies claims only (docs/protocol.md 4.12). */
  bindPhoneBySms: (phone: string, code: string) => Promise<Outcome>
}

/** The actions over one session. None rejects. */
export const createPhoneActions = (auth: Auth): PhoneActions => ({
  bindPhone: (detail, { overwrite }) =>
    attempt(
      write(
        auth,
        (send) => bindPhone(send, auth.wechat, detail, overwrite),
        (_, body) => readUser(body),
      ),
      TAKEN,
    ),
  sendSmsCode: (phone) =>
    attempt(
      sendSmsCode(auth.request, { phone }).then(() => undefined),
      { 400: 'rateLimited' },
    ),
  async bindPhoneBySms(phone, code) {
    const id = auth.current()?.user.id
    const verify = () =>
      attempt(
        write(
          auth,
          (send) => verifyPhone(send, code, phone),
          (user) => ({ ...user, _phone: phone, _phone_verified: true }),
        ),
        { 400: 'denied' },
      )
    const verified = await verify()
    if (verified.tag === 'done') return verified
    // A claim takes the place of the number there is, also when the code is wrong: only where nothing else leads on, and
    // for no one who has signed in meanwhile.
    const { errorCode, retry } = verified.failure
    const user = auth.current()?.user
    if (errorCode || retry || !user || user.id !== id || user._phone === phone) return verified
    const claimed = await changeAccount(auth, { phone })
    return claimed.tag === 'failed' ? claimed : verify()
  },
})

import { requestEmailVerification, withAccount } from '../../baas/account'
import { verifyEmail } from '../../baas/emails'
import type { Auth } from '../auth'
import { attempt, type Outcome } from './attempt'
import { changeAccount } from './change'
import { write } from './write'

/** Names that the member signs in with. */
export interface IdentifierActions {
  /** null removes it. One request. */
  setUsername: (username: string | null) => Promise<Outcome>
  /** Sets the address and mails a code that verifies it, two requests; null removes it. */
  setEmail: (email: string | null) => Promise<Outcome>
  sendVerificationEmail: () => Promise<Outcome<void>>
  /** By the code of the mail; `unsupported` where the backend mails links. */
  verifyEmail: (code: string) => Promise<Outcome>
}

/** The actions over one session. None rejects. */
export const createIdentifierActions = (auth: Auth): IdentifierActions => {
  const sendVerificationEmail = () =>
    attempt(requestEmailVerification(auth.request).then(() => undefined))
  return {
    setUsername: (username) => changeAccount(auth, { username }),
    async setEmail(email) {
      const outcome = await changeAccount(auth, { email })
      if (email === null || outcome.tag === 'failed') return outcome
      const mailed = await sendVerificationEmail()
      return mailed.tag === 'failed' ? mailed : outcome
    },
    sendVerificationEmail,
    verifyEmail: (code) =>
      attempt(
        write(auth, (send) => verifyEmail(send, code), withAccount),
        { 400: 'denied', 404: 'unsupported' },
      ),
  }
}

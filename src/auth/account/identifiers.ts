import {
  requestEmailVerification,
  withAccount,
  writeAccount,
  type AccountChanges,
} from '../../baas/account'
import { verifyEmail } from '../../baas/extensions'
import type { User } from '../../baas/user'
import type { Auth } from '../auth'
import type { Meanings } from '../failure'
import { attempt, type Outcome } from './attempt'
import { write } from './write'

const TAKEN: Meanings = { 400: 'conflict' }

/** Names that the member signs in with. */
export interface IdentifierActions {
  /** null removes it. One request. */
  setUsername(username: string | null): Promise<Outcome>
  /** Sets the address and mails a code that verifies it, two requests; null removes it. */
  setEmail(email: string | null): Promise<Outcome>
  sendVerificationEmail(): Promise<Outcome<void>>
  /** By the code of the mail; `unsupported` where the backend mails links. */
  verifyEmail(code: string): Promise<Outcome>
  removePhone(): Promise<Outcome>
}

/** Changes what the account is known by. Rejects with BaasError. */
export const changeAccount = (auth: Auth, changes: AccountChanges): Promise<User> =>
  write(auth, (send) => writeAccount(send, changes), withAccount)

export function createIdentifierActions(auth: Auth): IdentifierActions {
  const mail = async () => void (await requestEmailVerification(auth.request))
  const setEmail = async (email: string | null) => {
    const user = await changeAccount(auth, { email })
    if (email !== null) await mail()
    return user
  }
  return {
    setUsername: (username) => attempt(changeAccount(auth, { username }), TAKEN),
    setEmail: (email) => attempt(setEmail(email), TAKEN),
    sendVerificationEmail: () => attempt(mail()),
    verifyEmail: (code) =>
      attempt(
        write(auth, (send) => verifyEmail(send, code), withAccount),
        { 400: 'denied', 404: 'unsupported' },
      ),
    removePhone: () => attempt(changeAccount(auth, { phone: null }), TAKEN),
  }
}

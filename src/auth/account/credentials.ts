import { requestPasswordReset, writeAccount } from '../../baas/account'
import { pass404 } from '../../baas/errors'
import { resetPassword, type Ended } from '../../baas/emails'
import {
  reauthenticate,
  sendReauthenticationCode,
  type ReauthenticationCredentials,
} from '../../baas/reauthentication'
import type { Auth } from '../auth'
import { attempt, type Outcome } from './attempt'
import { write } from './write'

/** The password, and re-authentication. */
export interface CredentialActions {
  /** `password` is the one until now, '' for an account that has none. Signs out every other device. One request. */
  setPassword: (change: { password: string; newPassword: string }) => Promise<Outcome>
  /** Mails a link that sets a new password; whether the address is known is not said. */
  requestPasswordReset: (email: string) => Promise<Outcome<void>>
  /** By the token of that link: `denied` when it is used or expired. Resolves to what the account lost besides. */
  resetPassword: (token: string, password: string) => Promise<Outcome<Ended>>
  /** Answers the question that waits for it (Auth.reauthentication): the refused call is then sent again. */
  reauthenticate: (credentials: ReauthenticationCredentials) => Promise<Outcome<void>>
  sendReauthenticationCode: (to: 'phone' | 'email') => Promise<Outcome<void>>
}

/** The actions over one session. None rejects. */
export const createCredentialActions = (auth: Auth): CredentialActions => ({
  setPassword: ({ password, newPassword }) =>
    attempt(
      write(
        auth,
        (send) => writeAccount(send, { password, new_password: newPassword }),
        (user) => ({ ...user, _has_password: true }),
      ),
      { 400: 'denied' },
    ),
  requestPasswordReset: (email) =>
    // A hosted backend says that it does not know an address (404); a screen does not.
    attempt(requestPasswordReset(auth.request, email).then(() => undefined, pass404)),
  resetPassword: (token, password) =>
    attempt(resetPassword(auth.request, token, password), { 404: 'denied' }),
  reauthenticate: (credentials) =>
    attempt(reauthenticate(auth.request, credentials).then(auth.reauthentication.answer), {
      400: 'denied',
    }),
  sendReauthenticationCode: (to) => attempt(sendReauthenticationCode(auth.request, to)),
})

import { fieldsOf, fromEntries } from './read'
import { post, postAsAnyone, put, type Send } from './send'
import type { HttpResponse } from './transport'
import { readUser, type User } from './user'

/** Fields of the account endpoint; null clears a name. `password` is the old one, as re-authentication. */
export interface AccountChanges {
  readonly username?: string | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly password?: string
  readonly new_password?: string
}

/** Changes what the user signs in with (docs/protocol.md 4.10). */
export const writeAccount = (send: Send, changes: AccountChanges): Promise<HttpResponse> =>
  put(send, '/hserve/v2.2/user/account/', { ...changes })

const ACCOUNT_FIELDS = ['username', 'email', 'email_verified', 'phone', 'phone_verified']

/**
 * The user after an account change. The reply may be the five account fields alone, without the
 * underscores they have in the user object, or a whole user with those five added; a new token is no part of it.
 */
export const withAccount = (user: User, reply: unknown): User => {
  const entries = Object.entries(fieldsOf(reply)).map(([name, value]): [string, unknown] =>
    ACCOUNT_FIELDS.includes(name) ? [`_${name}`, value] : [name, value],
  )
  return readUser({ ...user, ...fromEntries(entries), id: user.id })
}

/** Sends the verification mail to the user's own address (docs/protocol.md 4.11). */
export const requestEmailVerification = (send: Send): Promise<HttpResponse> =>
  post(send, '/hserve/v2.0/user/email-verify/')

/** Sends a link to set a new password, to a verified address (docs/protocol.md 4.6). */
export const requestPasswordReset = (send: Send, email: string): Promise<HttpResponse> =>
  postAsAnyone(send, '/hserve/v2.0/user/password/reset/', { email })

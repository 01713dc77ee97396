import { badReply, fieldsOf, without, type Json } from './read'
import { readUser, type User } from './user'

/** An opaque token and how long it lives. */
export interface SessionToken {
  readonly token: string
  readonly expiresInSeconds: number
}

/** What a sign-in answers: a token, and the user it belongs to. */
export interface NewSession extends SessionToken {
  readonly user: User
}

/** Reads a login reply in either form, nested `user_info` or flat; throws BaasError 502 otherwise. */
export const readNewSession = (body: unknown): NewSession => {
  const token = readSessionToken(body)
  if (token === undefined) throw badReply('session')
  return { ...token, user: readUser(fieldsOf(body)['user_info'] ?? body) }
}

/** A reply without the token it may bring: a caller learns nothing of the session's own. */
export const withoutSessionToken = (body: unknown): Json =>
  without(fieldsOf(body), ['token', 'expires_in'])

/** The token in a reply, if there is one: a backend may send a new one when a sign-in method changes. */
export const readSessionToken = (body: unknown): SessionToken | undefined => {
  const { token, expires_in: seconds } = fieldsOf(body)
  const usable = typeof token === 'string' && token !== '' && typeof seconds === 'number'
  return usable && seconds > 0 ? { token, expiresInSeconds: seconds } : undefined
}

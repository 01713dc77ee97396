import { badReply, fieldsOf, without, type Json } from './read'
import { readUser, type User } from './user'

/** A new token and how long it lives. */
export interface Lease {
  readonly token: string
  readonly expiresInSeconds: number
}

/** What a sign-in gives: an opaque token, how long it lives, and whose it is. */
export interface Grant extends Lease {
  readonly user: User
}

/** Reads a login reply in either form, nested `user_info` or flat; throws BaasError 502 otherwise. */
export function readGrant(body: unknown): Grant {
  const lease = readLease(body)
  if (lease === undefined) throw badReply('session')
  return { ...lease, user: readUser(fieldsOf(body)['user_info'] ?? body) }
}

/** A reply without the token it may bring: that is the session's, and no part of what a caller is told. */
export const withoutLease = (body: unknown): Json =>
  without(fieldsOf(body), ['token', 'expires_in'])

/** The token in a reply, if there is one: a backend may hand out a new one when a proof changes. */
export function readLease(body: unknown): Lease | undefined {
  const { token, expires_in: seconds } = fieldsOf(body)
  const usable = typeof token === 'string' && token !== '' && typeof seconds === 'number'
  return usable && seconds > 0 ? { token, expiresInSeconds: seconds } : undefined
}

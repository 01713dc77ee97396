import { BaasError, CODE } from '../../baas/errors'
import type { Send } from '../../baas/send'
import { readSessionToken } from '../../baas/session-token'
import type { HttpResponse } from '../../baas/transport'
import type { User } from '../../baas/user'
import type { Auth } from '../auth'

/**
 * One write of the member: takes what its answer says about them, and the token it may bring, into the session.
 * Resolves to the user as they are then. Rejects with BaasError, 604 without a member.
 * @param userAfter the user after an answer, from the user before it
 */
export const write = async (
  auth: Pick<Auth, 'request' | 'current' | 'learn'>,
  call: (send: Send) => Promise<HttpResponse>,
  userAfter: (user: User, body: unknown) => User,
): Promise<User> => {
  const { body } = await call(auth.request)
  // As they are now: another answer may have changed them meanwhile.
  const current = auth.current()
  if (current === undefined) throw new BaasError(CODE.sessionMissing)
  const user = userAfter(current.user, body)
  auth.learn(user, readSessionToken(body))
  return user
}

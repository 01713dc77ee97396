import { BaasError, CODE } from '../baas/errors'
import { readSessionToken } from '../baas/session-token'
import { associate, linkedIdentity } from '../baas/link'
import type { Credentials } from '../baas/credentials'
import type { Send } from '../baas/send'
import type { User } from '../baas/user'
import type { Parts } from './parts'

interface LinkParts extends Pick<Parts, 'store' | 'wechat' | 'clock' | 'withUnionID'> {
  request: Send
  signIn: (credentials: Credentials) => Promise<User>
}

/** Signs in to the account if it has to, then links this WeChat to it: three requests from a cold start. */
export const linkWechat = async (
  { store, wechat, clock, withUnionID, request, signIn }: LinkParts,
  credentials: Credentials | undefined,
): Promise<User> => {
  const known = store.known()
  const ticket = known.tag === 'unlinked' ? known.ticket : undefined
  if (credentials !== undefined) await signIn(credentials)

  const isFresh = ticket !== undefined && ticket.expiresAtMs > clock.now()
  const vouched = isFresh ? ticket.value : undefined
  const { body } = await associate(request, wechat, { ticket: vouched, withUnionID })

  const member = store.record()?.user
  if (member === undefined) throw new BaasError(CODE.cancelled)
  const user = { ...member, ...linkedIdentity(body) }
  store.learn(user, { token: readSessionToken(body) })
  return user
}

import { BaasError, CODE } from '../baas/errors'
import { readLease } from '../baas/grant'
import { associate, linkedIdentity } from '../baas/link'
import type { Proof } from '../baas/proof'
import type { Send } from '../baas/send'
import type { User } from '../baas/user'
import type { Parts } from './parts'

interface LinkParts extends Pick<Parts, 'keeper' | 'wechat' | 'clock' | 'withUnionID'> {
  request: Send
  signIn: (proof: Proof) => Promise<User>
}

/** Signs in to the account if it has to, then links this WeChat to it: three requests from a cold start. */
export async function linkWechat(
  { keeper, wechat, clock, withUnionID, request, signIn }: LinkParts,
  proof: Proof | undefined,
): Promise<User> {
  const known = keeper.known()
  const ticket = known.tag === 'unlinked' ? known.ticket : undefined
  if (proof !== undefined) await signIn(proof)

  const isFresh = ticket !== undefined && ticket.expiresAtMs > clock.now()
  const vouched = isFresh ? ticket.value : undefined
  const { body } = await associate(request, wechat, { ticket: vouched, withUnionID })

  const member = keeper.record()?.user
  if (member === undefined) throw new BaasError(CODE.cancelled)
  const user = { ...member, ...linkedIdentity(body) }
  keeper.learn(user, readLease(body))
  return user
}

import { BaasError, CODE } from '../baas/errors'
import { createFlights } from '../baas/flights'
import { readGrant } from '../baas/grant'
import { signInCall } from '../baas/proof'
import { isPassing, nobodyAfter } from './outcome'
import type { Parts } from './parts'
import type { SessionRecord } from './record'
import { recordOf } from './sign-in'

/** Only somebody whose WeChat is linked can be asked for by a silent login. */
export const isRenewable = ({ user }: SessionRecord): boolean => Boolean(user.openid)

/**
 * Gets a new token for the current user, silently. Never opens an account, and never takes anybody else
 * for them: WeChat must vouch for the same user, else the session ends (docs/protocol.md 9.8). One flight for all
 * callers.
 * Rejects when there is no new token; only a definite no ends the session.
 */
export function createRenewal({ keeper, send, wechat, clock, revocations, withUnionID }: Parts) {
  const fly = createFlights<void>()

  const renew = async (stale: SessionRecord) => {
    const isStale = () => keeper.token() === stale.token
    try {
      if (!isRenewable(stale)) throw new BaasError(CODE.sessionMissing)
      const call = await signInCall({ by: 'wechat', createUser: false, withUnionID }, wechat)
      if (!isStale()) return
      const grant = readGrant((await send(call)).body)
      const isSamePerson = grant.user.id === stale.user.id
      if (!isStale() || !isSamePerson) void revocations.revoke(grant.token)
      if (!isStale()) return
      if (!isSamePerson) throw new BaasError(CODE.sessionMissing)
      keeper.identify(recordOf(grant, clock.now()))
    } catch (error) {
      if (isStale() && !isPassing(error)) keeper.unidentify(nobodyAfter(error, clock.now()))
      throw error
    }
  }

  return async (): Promise<void> => {
    const stale = keeper.record()
    if (stale === undefined) throw new BaasError(CODE.sessionMissing)
    return fly(stale.token, () => renew(stale))
  }
}

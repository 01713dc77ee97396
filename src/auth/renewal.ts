import { BaasError, CODE } from '../baas/errors'
import { createFlights } from './flights'
import { readNewSession } from '../baas/session-token'
import { signInCall } from '../baas/credentials'
import { isPassing, nobodyAfter } from './outcome'
import type { Parts } from './session-store'
import { recordOf, type StoredSession } from './stored-session'

/** Only someone whose WeChat is linked can be asked for by a silent login. */
export const isRenewable = ({ user }: StoredSession): boolean => Boolean(user.openid)

/**
 * Gets a new token for the current user, silently. Never opens an account, and never takes anyone else
 * for them: WeChat must vouch for the same user, else the session ends (docs/protocol.md 9.8). One flight for all
 * callers.
 * Rejects when there is no new token; only a definite no ends the session.
 */
export const createRenewal = ({ store, send, wechat, clock, revocations, withUnionID }: Parts) => {
  const fly = createFlights<void>()

  const renew = async (stale: StoredSession) => {
    const isStale = () => store.token() === stale.token
    try {
      if (!isRenewable(stale)) throw new BaasError(CODE.sessionMissing)
      const call = await signInCall({ by: 'wechat', createUser: false, withUnionID }, wechat)
      if (!isStale()) return
      const session = readNewSession((await send(call)).body)
      const isSamePerson = session.user.id === stale.user.id
      if (!isStale() || !isSamePerson) void revocations.revoke(session.token)
      if (!isStale()) return
      if (!isSamePerson) throw new BaasError(CODE.sessionMissing)
      store.identify(recordOf(session, clock.now()))
    } catch (error) {
      if (isStale() && !isPassing(error)) store.unidentify(nobodyAfter(error, clock.now()))
      throw error
    }
  }

  return async (): Promise<void> => {
    const stale = store.record()
    if (stale === undefined) throw new BaasError(CODE.sessionMissing)
    return fly(stale.token, () => renew(stale))
  }
}

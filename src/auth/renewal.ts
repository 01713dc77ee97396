import { BaasError, CODE } from '../baas/errors'
import { createFlights } from './flights'
import { readNewSession } from '../baas/session-token'
import { signInCall } from '../baas/credentials'
import { isTransient, stateAfterRefusal } from './failed-sign-in'
import type { Parts } from './parts'
import { recordOf, type StoredSession } from './stored-session'

/** Whether a silent login can renew the session: only that of a linked WeChat. */
export const isRenewable = ({ user }: StoredSession): boolean => Boolean(user.openid)

/**
 * Returns a function that gets a new token for the current user, silently; callers at the same time share one request.
 * It never opens an account, and a silent login that returns another user ends the session (docs/protocol.md 9.8).
 * Rejects when there is no new token; only a definite refusal ends the session.
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
      if (isStale() && !isTransient(error)) store.unidentify(stateAfterRefusal(error, clock.now()))
      throw error
    }
  }

  return async (): Promise<void> => {
    const stale = store.record()
    if (stale === undefined) throw new BaasError(CODE.sessionMissing)
    return fly(stale.token, () => renew(stale))
  }
}

import { BaasError, CODE } from '../baas/errors'
import { fetchUser } from '../baas/profile'
import type { Send } from '../baas/send'
import type { User } from '../baas/user'
import type { Parts } from './parts'

/**
 * Fetches the member again, and once more when something asked for later is known by then: the answer may be older.
 * `refreshedAtMs` notes the time of a background refresh. Rejects with BaasError, 604 without a member.
 */
export type Refresh = (noted?: { refreshedAtMs: number }) => Promise<User>

/** The refresh over `request`. */
export const createRefresh = ({ store }: Pick<Parts, 'store'>, request: Send): Refresh => {
  const refresh: Refresh = async (noted) => {
    const id = store.record()?.user.id
    if (id === undefined) throw new BaasError(CODE.sessionMissing)
    const order = store.beginRequest()
    const user = await fetchUser(request, id)
    return store.learn(user, { order, ...noted }) === 'stale' ? refresh(noted) : user
  }
  return refresh
}

import { quietly, storedAt, type Storage } from '../../auth/storage'
import { WITHDRAWN } from '../privacy/withdrawal'
import { mayAsk, type ProfilePolicy } from './policy'

const KEY = 'profile.answered'

/** Notes that the person answered WeChat's popup, yes or no, at `nowMs`. */
export const rememberAnswer = (storage: Storage, nowMs: number): void =>
  quietly(() => storage.set(KEY, nowMs))

const ANONYMOUS = 'profile.anonymous'

/** Notes that WeChat has no profile of the person for this app, now or later. */
export const stopAsking = (storage: Storage): void => quietly(() => storage.set(ANONYMOUS, true))

/** Whether WeChat has answered on this device that it has none. */
export const neverAsksAgain = (storage: Storage): boolean => storedAt(storage, ANONYMOUS) === true

/** Whether the popup may appear by itself now; a storage that fails says no. */
export const isPopupDue = (storage: Storage, policy: ProfilePolicy, nowMs: number): boolean => {
  try {
    const last = storage.get(KEY)
    return mayAsk(policy, typeof last === 'number' ? last : undefined, nowMs)
  } catch {
    return false
  }
}

/** Whether the app may offer the popup to the user of this id by itself now: to no one who took their consent back. */
export const mayOffer = (
  storage: Storage,
  userId: number,
  policy: ProfilePolicy,
  nowMs: number,
): boolean => storedAt(storage, WITHDRAWN) !== userId && isPopupDue(storage, policy, nowMs)

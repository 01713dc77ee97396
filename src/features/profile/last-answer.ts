import { quietly, type Storage } from '../../auth/storage'
import { mayAsk, type ProfilePolicy } from './policy'

const KEY = 'profile.answered'

/** Notes that the person answered WeChat's popup, yes or no, at `nowMs`. */
export const rememberAnswer = (storage: Storage, nowMs: number): void =>
  quietly(() => storage.set(KEY, nowMs))

/** The policy as the build has it: -1 never, 0 once, otherwise every so many days. */
const policyOf = (offerDays: number): ProfilePolicy => {
  if (offerDays < 0) return 'never'
  return offerDays === 0 ? 'first' : { everyDays: offerDays }
}

/** Whether the app may offer the popup by itself now. */
export function mayOffer(storage: Storage, offerDays: number, nowMs: number): boolean {
  try {
    const last = storage.get(KEY)
    return mayAsk(policyOf(offerDays), typeof last === 'number' ? last : undefined, nowMs)
  } catch {
    return false
  }
}

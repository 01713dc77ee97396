import { quietly, type Storage } from '../../auth/storage'

/** When the popup may appear unforced: WeChat shows it at every call (WeChat rules 5, B10). */
export type PopupPolicy = 'never' | 'first' | { readonly everyDays: number }

export const everyDays = (days: number): PopupPolicy => ({ everyDays: days })

/** The policy as the build has it (config/features.ts): -1 never, 0 once, otherwise every so many days. */
export const popupPolicyOf = (offerDays: number): PopupPolicy => {
  if (offerDays < 0) return 'never'
  return offerDays === 0 ? 'first' : everyDays(offerDays)
}

/** Remembers when the popup was last answered, yes or no, and says whether it is due. */
export interface PopupCache {
  isDue(nowMs: number): boolean
  noteAnswer(nowMs: number): void
}

const KEY = 'tianmu.answered'
const DAY_MS = 86_400_000

/** The cache age of the vendor's documents, as a policy of one's own: they publish no figure. */
export function createPopupCache(policy: PopupPolicy, storage: Storage): PopupCache {
  return {
    isDue(nowMs) {
      if (policy === 'never') return false
      const answeredMs = answeredIn(storage)
      if (answeredMs === undefined) return true
      if (policy === 'first') return false
      // A clock that was set back must not silence it for years.
      return nowMs < answeredMs || nowMs - answeredMs >= policy.everyDays * DAY_MS
    },
    noteAnswer: (nowMs) => quietly(() => storage.set(KEY, nowMs)),
  }
}

function answeredIn(storage: Storage): number | undefined {
  try {
    const value = storage.get(KEY)
    return typeof value === 'number' ? value : undefined
  } catch {
    return undefined
  }
}

import { ApiError } from '../errors'

/** Slots for works. */
export interface Slots {
  /** Lets `work` of `holder` begin in its turn, and resolves to what it returns. */
  readonly run: <T>(holder: number, patienceMs: number, work: () => Promise<T>) => Promise<T>
  /** Throws 400 when a work of `holder` would have to wait, and too many wait already, of `holder` or of all. */
  readonly refuseBeyond: (holder: number) => void
}

/** How many works may run at once, and how many may wait: of all holders together, and of one. */
export interface SlotLimits {
  readonly most: number
  readonly mostOfOne: number
  readonly mostWaiting: number
  readonly mostWaitingOfOne: number
}

interface Waiting {
  readonly holder: number
  readonly begin: () => void
}

const busy = () =>
  new ApiError(
    'functions_busy',
    'Too many functions run at the moment: try again in a few seconds.',
  )

/**
 * Slots for `most` works at once, `mostOfOne` of one holder. A turn goes to the first who waits and holds fewer.
 * Without a turn within `patienceMs` a work is rejected with 400, the documents' failed dispatch (vendor's
 * technical notes of cloud functions: 2 seconds sync, 5 minutes async), and at once when too many wait: each holds
 * its data in memory.
 */
export const createSlots = ({
  most,
  mostOfOne,
  mostWaiting,
  mostWaitingOfOne,
}: SlotLimits): Slots => {
  const held = new Map<number, number>()
  const waiting = new Set<Waiting>()
  let free = most

  const heldBy = (holder: number) => held.get(holder) ?? 0
  const mayBegin = (holder: number) => free > 0 && heldBy(holder) < mostOfOne
  const take = (holder: number) => {
    free -= 1
    held.set(holder, heldBy(holder) + 1)
  }

  const refuseBeyond = (holder: number): void => {
    if (mayBegin(holder)) return
    const own = [...waiting].filter((each) => each.holder === holder).length
    if (waiting.size >= mostWaiting || own >= mostWaitingOfOne) throw busy()
  }

  const turn = async (holder: number, patienceMs: number): Promise<void> => {
    if (mayBegin(holder)) return take(holder)
    refuseBeyond(holder)
    return new Promise((resolve, reject) => {
      const begin = () => {
        waiting.delete(entry)
        clearTimeout(timer)
        take(holder)
        resolve()
      }
      const entry: Waiting = { holder, begin }
      const timer = setTimeout(() => {
        waiting.delete(entry)
        reject(busy())
      }, patienceMs)
      waiting.add(entry)
    })
  }

  const handOn = (holder: number) => {
    free += 1
    if (heldBy(holder) > 1) held.set(holder, heldBy(holder) - 1)
    else held.delete(holder)
    for (const { holder: next, begin } of waiting) {
      if (free === 0) return
      if (mayBegin(next)) begin()
    }
  }

  return {
    refuseBeyond,
    run: async (holder, patienceMs, work) => {
      await turn(holder, patienceMs)
      return work().finally(() => handOn(holder))
    },
  }
}

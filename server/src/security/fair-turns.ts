/**
 * How many works may run at once, how many may wait, and for how long: of all holders together, and of one. What is
 * left out has no bound.
 */
interface TurnLimits {
  readonly most?: number
  readonly mostOfOne: number
  readonly mostWaiting?: number
  readonly mostWaitingOfOne: number
  /** The longest that a work waits. */
  readonly patienceMs?: number
  /**
   * Who is refused once all places to wait are taken: the newcomer, or the latest work of the holder who has the most
   * of them, where the newcomer has fewer. The latter unless said otherwise.
   */
  readonly refusedWhenFull?: 'newcomer' | 'latest-of-most'
  /** Returns what a work is refused with. */
  readonly busy: () => Error
}

/** Turns for short works of many holders. */
export interface FairTurns {
  /**
   * Runs `work` of `holder` in its turn, and resolves to what it returns. Rejects when too many wait already, when no
   * turn comes in time, and when `signal` is aborted before it; a work that has begun is left to end.
   */
  readonly run: <T>(
    holder: string,
    signal: AbortSignal | undefined,
    work: () => Promise<T>,
  ) => Promise<T>
  /** Throws when a work of `holder` would be refused at once. */
  readonly refuseFull: (holder: string) => void
}

interface Waiting {
  readonly begin: () => void
  readonly refuse: () => void
}

interface Holder {
  readonly name: string
  running: number
  /** In the order they came. */
  readonly waiting: Set<Waiting>
}

/**
 * Creates turns. A free place goes to the holder with the fewest works running, and of those to the one who came, or
 * had a turn, longest ago: who sends many waits behind their own, and everyone else for a work of each other holder.
 */
export const createFairTurns = ({
  most = Infinity,
  mostOfOne,
  mostWaiting = Infinity,
  mostWaitingOfOne,
  patienceMs,
  refusedWhenFull = 'latest-of-most',
  busy,
}: TurnLimits): FairTurns => {
  // Who runs or waits, in the order they came or had their last turns.
  const holders = new Map<string, Holder>()
  let running = 0
  let waiting = 0

  const holderOf = (name: string): Holder =>
    holders.get(name) ?? { name, running: 0, waiting: new Set() }
  const mayBegin = (holder: Holder) => running < most && holder.running < mostOfOne

  const begin = (holder: Holder) => {
    running += 1
    holder.running += 1
    holders.delete(holder.name)
    holders.set(holder.name, holder)
  }

  const forgetIdle = (holder: Holder) => {
    if (holder.running + holder.waiting.size === 0) holders.delete(holder.name)
  }

  const end = (holder: Holder) => {
    running -= 1
    holder.running -= 1
    // Where a place was free before, only the works of this holder were held up.
    const heldUp = running < most - 1 ? [holder] : [...holders.values()]
    const able = heldUp.filter((each) => each.waiting.size > 0 && mayBegin(each))
    const fewest = Math.min(...able.map((each) => each.running))
    const [first] = able.find((each) => each.running === fewest)?.waiting ?? []
    first?.begin()
    forgetIdle(holder)
  }

  /** What has to be refused for one more work of `own` to wait, if anything. Throws when there is no place for it. */
  const inTheWayOf = (own: Holder): Waiting | undefined => {
    if (own.waiting.size >= mostWaitingOfOne) throw busy()
    if (waiting < mostWaiting) return undefined
    const longest = [...holders.values()].reduce(
      (found, each) => (each.waiting.size > found.waiting.size ? each : found),
      own,
    )
    const isNewcomer = refusedWhenFull === 'newcomer'
    if (isNewcomer || own.waiting.size + 1 >= longest.waiting.size) throw busy()
    return [...longest.waiting].at(-1)
  }

  const turn = (holder: Holder, signal: AbortSignal | undefined): Promise<void> => {
    inTheWayOf(holder)?.refuse()
    holders.set(holder.name, holder)
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting -= 1
        holder.waiting.delete(entry)
        signal?.removeEventListener('abort', entry.refuse)
        clearTimeout(timer)
      }
      const entry: Waiting = {
        begin: () => {
          leave()
          begin(holder)
          resolve()
        },
        refuse: () => {
          leave()
          forgetIdle(holder)
          reject(busy())
        },
      }
      const timer = patienceMs === undefined ? undefined : setTimeout(entry.refuse, patienceMs)
      waiting += 1
      holder.waiting.add(entry)
      signal?.addEventListener('abort', entry.refuse)
    })
  }

  return {
    run: async (name, signal, work) => {
      if (signal?.aborted === true) throw busy()
      const holder = holderOf(name)
      if (mayBegin(holder)) begin(holder)
      else await turn(holder, signal)
      return work().finally(() => end(holder))
    },
    refuseFull: (name) => {
      const holder = holderOf(name)
      if (!mayBegin(holder)) inTheWayOf(holder)
    },
  }
}

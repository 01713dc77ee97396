/** How many works may run at once, and how many may wait: of all holders together, and of one. */
interface TurnLimits {
  readonly most: number
  readonly mostOfOne: number
  readonly mostWaiting: number
  readonly mostWaitingOfOne: number
  /** Returns what a work is refused with. */
  readonly busy: () => Error
}

/**
 * Runs `work` of `holder` in its turn, and resolves to what it returns. Rejects when too many wait already, and when
 * `signal` is aborted before the turn; a work that has begun is left to end.
 */
export type FairTurns = <T>(
  holder: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
) => Promise<T>

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
 * Turns for short works of many holders. A free place goes to the holder with the fewest works running, and of those
 * to the one who came, or had a turn, longest ago: who sends many waits behind their own, and everyone else for a work
 * of each other holder. Beyond `mostWaiting` a holder takes the place of one who has more works waiting.
 */
export const createFairTurns = (limits: TurnLimits): FairTurns => {
  // Who runs or waits, in the order they came or had their last turns.
  const holders = new Map<string, Holder>()
  let running = 0
  let waiting = 0

  const mayBegin = (holder: Holder) => running < limits.most && holder.running < limits.mostOfOne

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
    const able = [...holders.values()].filter((each) => each.waiting.size > 0 && mayBegin(each))
    const fewest = Math.min(...able.map((each) => each.running))
    const [first] = able.find((each) => each.running === fewest)?.waiting ?? []
    first?.begin()
    forgetIdle(holder)
  }

  const makeRoom = (own: Holder) => {
    const longest = [...holders.values()].reduce(
      (most, each) => (each.waiting.size > most.waiting.size ? each : most),
      own,
    )
    const mayWait =
      own.waiting.size < limits.mostWaitingOfOne &&
      (waiting < limits.mostWaiting || own.waiting.size + 1 < longest.waiting.size)
    if (!mayWait) throw limits.busy()
    if (waiting >= limits.mostWaiting) [...longest.waiting].at(-1)?.refuse()
  }

  const turn = (holder: Holder, signal: AbortSignal | undefined): Promise<void> => {
    makeRoom(holder)
    holders.set(holder.name, holder)
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting -= 1
        holder.waiting.delete(entry)
        signal?.removeEventListener('abort', entry.refuse)
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
          reject(limits.busy())
        },
      }
      waiting += 1
      holder.waiting.add(entry)
      signal?.addEventListener('abort', entry.refuse)
    })
  }

  return async (name, signal, work) => {
    if (signal?.aborted === true) throw limits.busy()
    const holder = holders.get(name) ?? { name, running: 0, waiting: new Set() }
    if (mayBegin(holder)) begin(holder)
    else await turn(holder, signal)
    return work().finally(() => end(holder))
  }
}

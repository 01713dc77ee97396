import { createTurns } from './turns'

/** Keeps the number of calls that are under way within bounds. */
export interface ConcurrencyLimit {
  /** Resolves when the caller may begin, to what it calls at its end; null, at once, when there are too many. */
  readonly enter: () => Promise<() => void> | null
}

/** The bounds of a concurrency limit. */
export interface ConcurrencyBounds {
  /** So many at once as long as they are quick: each costs a connection. */
  readonly usual: number
  /** So many at once, the waiting included. */
  readonly most: number
  /** Longest wait for one of the usual places. */
  readonly patienceMs: number
}

/**
 * Lets `usual` calls run at once. A call that has waited for `patienceMs` goes too: then the calls before it are
 * slow, and its own answer would be late. As waiting and running calls together are `most`, there is always room.
 * That is where it differs from `createFairTurns`: a wait ends in a beginning, not in a refusal, and it knows no
 * holders, whom `exchangeCounted` keeps apart before.
 */
export const createConcurrencyLimit = ({
  usual,
  most,
  patienceMs,
}: ConcurrencyBounds): ConcurrencyLimit => {
  const inTurn = createTurns()
  const waiting = new Set<() => void>()
  let running = 0

  const leave = () => {
    running -= 1
    const [next] = waiting
    if (running < usual) next?.()
  }

  return {
    enter: () => {
      if (running + waiting.size >= most) return null
      return new Promise((resolve) => {
        const begin = () => {
          running += 1
          resolve(leave)
        }
        if (running < usual) return begin()
        const go = () => {
          if (!waiting.delete(go)) return
          clearTimeout(timer)
          begin()
        }
        const timer = setTimeout(() => inTurn(go), patienceMs)
        waiting.add(go)
      })
    },
  }
}

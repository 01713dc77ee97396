import { tooMany } from './limits'

const MOST_ADDRESSES = 10_000
const AT_ONCE = 2
const MOST_WAITING = 20
const PATIENCE_MS = 3_000
const RETRY_AFTER_MS = 1_000

interface Lane {
  untilMs: number
  running: number
  readonly waiting: Set<() => void>
}

/**
 * Addresses whose requests go slowly, as far as this process knows: two at a time and twenty waiting for three seconds
 * at most, so that a flood does not take all connections, and what is good among it still comes through.
 */
export interface SlowLane {
  /** Slows `address` down until `untilMs`. */
  readonly begin: (address: string, untilMs: number) => void
  readonly isSlow: (address: string, nowMs: number) => boolean
  /** Runs `act` in the lane of `address`. Rejects with 429 when too many wait there. */
  readonly run: <T>(address: string, act: () => Promise<T>) => Promise<T>
}

const turnIn = (lane: Lane): Promise<void> => {
  if (lane.running < AT_ONCE) {
    lane.running += 1
    return Promise.resolve()
  }
  if (lane.waiting.size >= MOST_WAITING) return Promise.reject(tooMany(RETRY_AFTER_MS))
  return new Promise((resolve, reject) => {
    const start = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      lane.waiting.delete(start)
      reject(tooMany(RETRY_AFTER_MS))
    }, PATIENCE_MS)
    lane.waiting.add(start)
  })
}

const leave = (lane: Lane): void => {
  const [next] = lane.waiting
  if (next === undefined) {
    lane.running -= 1
    return
  }
  lane.waiting.delete(next)
  next()
}

/** No address is slow yet. Remembers the latest ten thousand, so that no flood of addresses fills the memory. */
export const createSlowLane = (): SlowLane => {
  const lanes = new Map<string, Lane>()
  return {
    begin: (address, untilMs) => {
      const lane = lanes.get(address) ?? { untilMs, running: 0, waiting: new Set() }
      lane.untilMs = untilMs
      lanes.delete(address)
      lanes.set(address, lane)
      const [oldest] = lanes.keys()
      if (lanes.size > MOST_ADDRESSES && oldest !== undefined) lanes.delete(oldest)
    },
    isSlow: (address, nowMs) => {
      const lane = lanes.get(address)
      if (lane !== undefined && lane.untilMs <= nowMs) lanes.delete(address)
      return lanes.has(address)
    },
    run: async (address, act) => {
      const lane = lanes.get(address)
      if (lane === undefined) return act()
      await turnIn(lane)
      return act().finally(() => leave(lane))
    },
  }
}

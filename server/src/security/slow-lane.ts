import { createFairTurns } from './fair-turns'
import { tooMany } from './limits'

const MOST_ADDRESSES = 10_000
const RETRY_AFTER_MS = 1_000

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

/** No address is slow yet. Remembers the latest ten thousand, so that no flood of addresses fills the memory. */
export const createSlowLane = (): SlowLane => {
  const untilMsOf = new Map<string, number>()
  const turns = createFairTurns({
    mostOfOne: 2,
    mostWaitingOfOne: 20,
    patienceMs: 3_000,
    busy: () => tooMany(RETRY_AFTER_MS),
  })
  return {
    begin: (address, untilMs) => {
      untilMsOf.delete(address)
      untilMsOf.set(address, untilMs)
      const [oldest] = untilMsOf.keys()
      if (untilMsOf.size > MOST_ADDRESSES && oldest !== undefined) untilMsOf.delete(oldest)
    },
    isSlow: (address, nowMs) => {
      if ((untilMsOf.get(address) ?? nowMs) <= nowMs) untilMsOf.delete(address)
      return untilMsOf.has(address)
    },
    run: async (address, act) =>
      untilMsOf.has(address) ? turns.run(address, undefined, act) : act(),
  }
}

import type { Clock } from '../../src/clock'

/** A clock that stands still until a test moves it. */
export interface HandClock extends Clock {
  readonly advance: (ms: number) => void
}

/** A clock that shows `startMs` until it is advanced. */
export const handClock = (startMs = Date.UTC(2026, 10, 21)): HandClock => {
  let now = startMs
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    },
  }
}

/** The simulator's own time: the injected source plus whatever the control API has advanced. Milliseconds. */
export interface Clock {
  now: () => number
  advance: (ms: number) => void
  rewind: () => void
}

/**
 * Makes a clock on top of `source` (milliseconds since 1970; `Date.now` in a running simulator,
 * a constant in a test). `rewind` forgets every advance.
 */
export const createClock = (source: () => number): Clock => {
  let advanced = 0
  return {
    now: () => source() + advanced,
    advance: (ms) => {
      advanced += ms
    },
    rewind: () => {
      advanced = 0
    },
  }
}

/** Milliseconds → whole seconds, the unit of every timestamp WeChat writes. */
export const inSeconds = (ms: number): number => Math.floor(ms / 1000)

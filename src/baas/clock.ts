/** Time, as the phone believes it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now: () => number
  /** Runs a task once, after `ms` milliseconds; the function it returns calls that off. */
  after: (ms: number, task: () => void) => () => void
}

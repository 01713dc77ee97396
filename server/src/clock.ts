/** Where the server takes the time from; tests move it by hand. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number
}

/** The clock of the machine. */
export const systemClock: Clock = { now: Date.now }

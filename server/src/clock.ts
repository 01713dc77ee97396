/** Where the server takes the time from; tests move it by hand. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number
}

/** The clock of the machine. */
export const systemClock: Clock = { now: Date.now }

/** A moment in whole Unix seconds, as the protocol writes it. */
export const unixSeconds = (moment: Date): number => Math.floor(moment.getTime() / 1000)

/** The clocks of two processes differ by less. What lies further ahead was written before the clock was set back. */
export const CLOCK_SKEW_MS = 60_000

/**
 * Whether what lives for `lifetimeMs` and ends at `expiresAtMs` is alive. What ends later than it would if it were made
 * now was made before the clock was set back: how long ago, no one knows.
 */
export const isAlive = (nowMs: number, expiresAtMs: number, lifetimeMs: number): boolean =>
  nowMs < expiresAtMs && expiresAtMs <= nowMs + lifetimeMs + CLOCK_SKEW_MS

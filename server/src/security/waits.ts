const MOST = 10_000

/**
 * Who has to wait, as far as this process knows: a flood gets its answer without any further work. What counts is
 * in the database (`limits.ts`); whoever is forgotten here learns of the wait from there again.
 */
export interface Waits {
  /** Lets `subject` wait until `endMs`. */
  readonly begin: (subject: string, endMs: number) => void
  /** How long `subject` still has to wait, in milliseconds: 0 for most. */
  readonly left: (subject: string, nowMs: number) => number
}

/** Nobody waits yet. It remembers the latest ten thousand, so that no flood of subjects fills the memory. */
export const newWaits = (): Waits => {
  const ends = new Map<string, number>()
  return {
    begin: (subject, endMs) => {
      ends.delete(subject)
      ends.set(subject, endMs)
      const [oldest] = ends.keys()
      if (ends.size > MOST && oldest !== undefined) ends.delete(oldest)
    },
    left: (subject, nowMs) => {
      const left = Math.max(0, (ends.get(subject) ?? 0) - nowMs)
      if (left === 0) ends.delete(subject)
      return left
    },
  }
}

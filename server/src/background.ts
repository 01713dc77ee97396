import { setImmediate } from 'node:timers/promises'

/** Work without a caller that waits: what the duration of an answer would reveal, a mail above all. */
export interface Background {
  /** Begins after the current turn of the event loop: by then an answer that is ready has been sent. */
  readonly run: (task: () => Promise<void>) => void
  /** Resolves when everything that runs now has ended. */
  readonly settled: () => Promise<void>
}

/** A place for such work; `report` receives what fails. */
export const createBackground = (report: (error: unknown) => void): Background => {
  const running = new Set<Promise<void>>()
  return {
    run: (task) => {
      const flight = setImmediate()
        .then(task)
        .catch(report)
        .finally(() => running.delete(flight))
      running.add(flight)
    },
    settled: async () => {
      await Promise.all(running)
    },
  }
}

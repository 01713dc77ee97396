import type { Part } from './part'

/** npm passes a terminal's Ctrl-C on, so that one press may arrive twice. */
const ONE_PRESS_MS = 500

/** How a person ends what runs. */
export interface Ending {
  /** Takes a signal: the first one asks the parts to end, a later one kills those that have not. */
  signalled: () => void
  isAsked: () => boolean
}

/** Ends the parts in `parts`, which may come to hold more. `now` returns milliseconds. */
export const endingOf = (
  parts: readonly Pick<Part, 'stop' | 'kill'>[],
  now: () => number = Date.now,
): Ending => {
  let askedAtMs: number | undefined
  return {
    isAsked: () => askedAtMs !== undefined,
    signalled() {
      if (askedAtMs === undefined) {
        askedAtMs = now()
        for (const part of parts) part.stop()
      } else if (now() - askedAtMs > ONE_PRESS_MS) {
        for (const part of parts) part.kill()
      }
    },
  }
}

import type { Loop } from '../ports'

/** What happens to exchanges while the app is in the background. */
export interface Background {
  hidden: () => void
  shown: () => void
  /** Registers what interrupts one running exchange; returns the way to take it out. */
  track: (interrupt: () => void) => () => void
  /** Whether the app has been in the background for so long that nothing gets through. */
  isOver: () => boolean
}

/** An exchange that has not ended this long after the app was hidden fails with `interrupted` (docs/wechat.md 7.2). */
const GRACE_MS = 5_000

/** Creates the background of one launch. */
export const createBackground = (loop: Loop): Background => {
  const running = new Set<() => void>()
  let cancel = () => undefined as void
  let over = false
  return {
    hidden: () => {
      cancel()
      cancel = loop.after(GRACE_MS, 'background', () => {
        over = true
        for (const interrupt of [...running]) interrupt()
      })
    },
    shown: () => {
      over = false
      cancel()
    },
    track: (interrupt) => {
      running.add(interrupt)
      return () => void running.delete(interrupt)
    },
    isOver: () => over,
  }
}

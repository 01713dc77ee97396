import type { Clock } from '../../src/baas/clock'

export interface FakeClock extends Clock {
  /** Moves time on, running what falls due on the way, in order. */
  advance: (ms: number) => void
  /** Sets the phone's clock, as its owner might; timers do not notice. */
  set: (nowMs: number) => void
}

/** A clock that moves by hand. */
export const fakeClock = (startMs = 1_000_000): FakeClock => {
  let wallMs = startMs
  let elapsedMs = 0
  const timers = new Set<{ dueMs: number; task: () => void }>()

  const nextBefore = (limitMs: number) =>
    [...timers].filter(({ dueMs }) => dueMs <= limitMs).sort((a, b) => a.dueMs - b.dueMs)[0]

  return {
    now: () => wallMs,
    after(ms, task) {
      const timer = { dueMs: elapsedMs + ms, task }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance(ms) {
      const untilMs = elapsedMs + ms
      for (let timer = nextBefore(untilMs); timer; timer = nextBefore(untilMs)) {
        timers.delete(timer)
        wallMs += timer.dueMs - elapsedMs
        elapsedMs = timer.dueMs
        timer.task()
      }
      wallMs += untilMs - elapsedMs
      elapsedMs = untilMs
    },
    set(nowMs) {
      wallMs = nowMs
    },
  }
}

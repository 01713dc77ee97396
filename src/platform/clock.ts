import type { Clock } from '../baas/clock'

// Every target has timers, but WeChat's logic layer has no library of types that says so.
declare function setTimeout(task: () => void, ms: number): unknown
declare function clearTimeout(timer: unknown): void

/** The phone's clock. */
export const clock: Clock = {
  now: () => Date.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms)
    return () => clearTimeout(timer)
  },
}

import type { Clock, ManualClock } from '../../../wx/phone/clock'
import type { Activity } from './activity'

/** Ways to wait for a running app without sleeping. */
export interface Waiting {
  /** Resolves when nothing is under way: no call, no render, no timer due within a tenth of a second. */
  settled: () => Promise<void>
  /** Resolves as soon as the predicate holds; it is asked again after everything that happens. */
  until: (predicate: () => boolean) => Promise<void>
}

const isManual = (clock: Clock): clock is ManualClock => 'advance' in clock

/** Lets time pass: real time, or that of a clock moved by hand, which this moves. */
export const pass = (clock: Clock, ms: number): Promise<void> =>
  isManual(clock)
    ? clock.advance(ms)
    : new Promise((resolve) => {
        clock.after(ms, resolve)
      })

/** Real milliseconds after which waiting fails. */
const PATIENCE_MS = 8000

/** Waiting fails after so many rounds of work that each started more. */
const MOST_ROUNDS = 5000

/**
 * Creates the waiting of one app; `describe` says in an error what there is to see. A clock that is moved by hand
 * is moved as far as the tasks need that keep the app busy.
 */
export const createWaiting = (
  activity: Activity,
  clock: Clock,
  describe: () => string,
): Waiting => {
  const until = (predicate: () => boolean) => {
    if (predicate()) return Promise.resolve()
    return new Promise<void>((resolve, reject) => {
      const finish = () => {
        clearTimeout(deadline)
        unwatch()
      }
      const check = () => {
        if (!predicate()) return
        finish()
        resolve()
      }
      const unwatch = activity.watch(check)
      const deadline = setTimeout(() => {
        finish()
        reject(new Error(`Waited ${PATIENCE_MS} ms in vain. ${describe()}`))
      }, PATIENCE_MS)
    })
  }

  const mayMove = () => isManual(clock) && activity.nextDue() !== undefined

  const settle = async (rounds: number): Promise<void> => {
    if (rounds > MOST_ROUNDS) throw new Error(`The app does not come to rest. ${describe()}`)
    await until(() => activity.pending() === 0 || mayMove())
    const due = activity.nextDue()
    if (due !== undefined && isManual(clock)) await clock.advance(Math.max(0, due - clock.now()))
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (activity.pending() > 0) await settle(rounds + 1)
  }

  return { settled: () => settle(0), until }
}

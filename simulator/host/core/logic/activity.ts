import type { Clock } from '../../../wx/phone/clock'
import { createChain } from './chain'

/** An error that nothing in the bundle caught. */
export interface UncaughtError {
  /** Where it surfaced, for example `Page.onLoad` or `timer`. */
  where: string
  error: unknown
}

/** The event loop of the logic layer: guards what runs in it and knows whether anything is under way. */
export interface Activity {
  /** The first errors; of an app that fails at every tick, the later ones say nothing new. */
  readonly errors: readonly UncaughtError[]
  /** Runs code of the bundle; what it throws is recorded, never rethrown. */
  guard: <T>(where: string, task: () => T) => T | undefined
  /** Records an error, and reports it to the listeners of errors. */
  report: (where: string, error: unknown) => void
  /** Reports every error; what the listener itself throws is recorded only. Returns the way to stop listening. */
  watchErrors: (listener: (uncaught: UncaughtError) => void) => () => void
  /** Starts a piece of work; the returned function ends it and may be called twice. */
  begin: () => () => void
  /** Passes on the answer of the person: until it comes, the work that waits for it does not count as under way. */
  idleUntil: <T>(answer: Promise<T>) => Promise<T>
  /**
   * Runs a task on the clock after `ms`; returns its cancellation. A task that leads to the next one again and
   * again, as an animation without end does, keeps the app busy no more after a while.
   */
  after: (ms: number, where: string, task: () => void) => () => void
  /** Does what `after` does, for a task that keeps the app busy however long it takes to come. */
  later: (ms: number, where: string, task: () => void) => () => void
  /** Does what `after` does, for a task that never keeps the app busy; a task that it leads to begins a chain of its own. */
  idly: (ms: number, where: string, task: () => void) => () => void
  /** When the next task is due that keeps the app busy, on the clock; undefined for none. */
  nextDue: () => number | undefined
  /** How much work is under way, short timers included. */
  pending: () => number
  /** Reports every change; returns the way to stop listening. */
  watch: (listener: () => void) => () => void
  /** The app was closed: cancels all timers, and runs no more of its code. */
  stop: () => void
}

/** Timers longer than this many milliseconds wait for time to pass; they do not keep the app busy. */
const SHORT_TIMER_MS = 100

/** How many errors are kept. */
const MOST_ERRORS = 200

/** Creates the event loop on a clock. */
export const createActivity = (clock: Clock): Activity => {
  const errors: UncaughtError[] = []
  const listeners = new Set<() => void>()
  const timers = new Set<() => void>()
  const dues = new Set<{ due: number }>()
  let busy = 0
  const errorListeners = new Set<(uncaught: UncaughtError) => void>()
  let isReporting = false
  let state: 'running' | 'stopped' = 'running'
  const chain = createChain()

  const changed = () => {
    for (const listener of [...listeners]) listener()
  }
  const report = (where: string, error: unknown) => {
    if (errors.length < MOST_ERRORS) errors.push({ where, error })
    if (!isReporting) {
      isReporting = true
      for (const listener of [...errorListeners]) listener({ where, error })
      isReporting = false
    }
    changed()
  }
  const guard = <T>(where: string, task: () => T): T | undefined => {
    if (state === 'stopped') return undefined
    try {
      return task()
    } catch (error) {
      report(where, error)
      return undefined
    }
  }
  const begin = () => {
    let open = true
    busy += 1
    return () => {
      if (!open) return
      open = false
      busy -= 1
      changed()
    }
  }
  const idleUntil = async <T>(answer: Promise<T>): Promise<T> => {
    // A call counts as begun once its work has started.
    await Promise.resolve()
    busy -= 1
    changed()
    try {
      return await answer
    } finally {
      busy += 1
    }
  }
  const schedule = (
    ms: number,
    where: string,
    task: () => void,
    { keepsBusy, place }: { keepsBusy: boolean; place: number },
  ) => {
    if (state === 'stopped') return () => undefined
    const end = keepsBusy ? begin() : changed
    const entry = { due: clock.now() + ms }
    if (keepsBusy) dues.add(entry)
    changed()
    const done = () => {
      dues.delete(entry)
      end()
    }
    const cancelTimer = clock.after(ms, () => {
      timers.delete(cancel)
      chain.at(place, () => {
        guard(where, task)
        done()
      })
    })
    const cancel = () => {
      cancelTimer()
      timers.delete(cancel)
      done()
    }
    timers.add(cancel)
    return cancel
  }
  const after = (asked: number, where: string, task: () => void) => {
    const ms = chain.delay(asked)
    const place = chain.placeAfter(ms)
    const keepsBusy = ms <= SHORT_TIMER_MS && !chain.isEndless(place)
    return schedule(ms, where, task, { keepsBusy, place })
  }

  return {
    errors,
    guard,
    report,
    watchErrors: (listener) => {
      errorListeners.add(listener)
      return () => errorListeners.delete(listener)
    },
    begin,
    idleUntil,
    after,
    idly: (ms, where, task) => schedule(ms, where, task, { keepsBusy: false, place: 0 }),
    later: (ms, where, task) => schedule(ms, where, task, { keepsBusy: true, place: 0 }),
    nextDue: () => (dues.size === 0 ? undefined : Math.min(...[...dues].map(({ due }) => due))),
    pending: () => busy,
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: () => {
      state = 'stopped'
      listeners.clear()
      for (const cancel of [...timers]) cancel()
    },
  }
}

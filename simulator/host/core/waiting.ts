import type { Activity } from './activity'

/** Ways to wait for a running app without sleeping. */
export interface Waiting {
  /** Resolves when nothing is under way: no call, no render, no timer due within a tenth of a second. */
  settled(): Promise<void>
  /** Resolves as soon as the predicate holds; it is asked again after everything that happens. */
  until(predicate: () => boolean): Promise<void>
}

/** Real milliseconds after which waiting is hopeless; only a failing test ever gets there. */
const PATIENCE_MS = 8000

/** Creates the waiting of one app; `describe` says in an error what there is to see. */
export const createWaiting = (activity: Activity, describe: () => string): Waiting => {
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

  const settled = async (): Promise<void> => {
    await until(() => activity.pending() === 0)
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (activity.pending() > 0) await settled()
  }

  return { settled, until }
}

import type { Signal } from '../../baas/transport'

/** A signal of our own, for where there is no AbortController. */
export const createAbort = (): { signal: Signal; abort: () => void } => {
  const listeners: Array<() => void> = []
  let aborted = false
  return {
    signal: {
      get aborted() {
        return aborted
      },
      addEventListener: (_type, listener) => void listeners.push(listener),
    },
    abort() {
      aborted = true
      for (const listener of listeners.splice(0)) listener()
    },
  }
}

/** The part of the platform's AbortSignal we use; WeChat's logic layer has none, but a real one fits. */
export interface Signal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
}

/** A signal of our own, for where there is no AbortController. */
export function createAbort(): { signal: Signal; abort(): void } {
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

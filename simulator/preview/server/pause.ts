import { setTimeout } from 'node:timers/promises'

/** Resolves after so many milliseconds, at once when `signal` is aborted. */
export const pause = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, signal && { signal }).catch(() => undefined)

import { PACE_WINDOW_MS, tooSlow } from './pace'

/**
 * The same parts of a form. Once `isHeld` returns true all that are left have to come within ten seconds together, and
 * so does the end: rejects with 408 otherwise.
 */
export async function* inTimeOnce<T>(isHeld: () => boolean, parts: AsyncIterableIterator<T>) {
  let timer: NodeJS.Timeout | undefined
  let late: Promise<never> | undefined
  const limit = () =>
    (late ??= new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(tooSlow()), PACE_WINDOW_MS)
    }))
  try {
    for (;;) {
      const next = parts.next()
      const { done, value } = await (isHeld() ? Promise.race([next, limit()]) : next)
      if (done === true) return
      yield value
    }
  } finally {
    clearTimeout(timer)
  }
}

import { ApiError } from '../errors'

/** Lets work begin in its turn: so many at once, the others in the order they came. */
export type Slots = <T>(patienceMs: number, work: () => Promise<T>) => Promise<T>

/**
 * Slots for `most` works at once. Whoever got no turn within `patienceMs` is rejected with 400, the documents'
 * failed dispatch (vendor's technical notes of cloud functions: 2 seconds sync, 5 minutes async).
 */
export const createSlots = (most: number): Slots => {
  let free = most
  const waiting = new Set<() => void>()

  const turn = (patienceMs: number): Promise<void> => {
    if (free > 0) {
      free -= 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(() => {
        waiting.delete(begin)
        reject(
          new ApiError(400, 'Too many functions run at the moment: try again in a few seconds.'),
        )
      }, patienceMs)
      waiting.add(begin)
    })
  }

  const handOn = () => {
    const [next] = waiting
    if (next === undefined) {
      free += 1
      return
    }
    waiting.delete(next)
    next()
  }

  return async (patienceMs, work) => {
    await turn(patienceMs)
    return work().finally(handOn)
  }
}

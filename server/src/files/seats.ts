import { ApiError } from '../errors'

const RETRY_AFTER_SECONDS = 1

/** Runs an act that calls `sit` before it takes a seat; its seats are free again when it ends. */
export type Seats = <T>(act: (sit: () => void) => Promise<T>) => Promise<T>

/**
 * So many seats for pictures in memory, each of which takes megabytes. `sit` throws 503 when all are taken:
 * to wait would only move the queue into memory.
 */
export const seatsFor = (most: number): Seats => {
  let taken = 0
  return async (act) => {
    let own = 0
    const sit = () => {
      if (taken >= most)
        throw new ApiError(503, 'Too many files arrive at the moment: try again in a second.', {
          retry_after: RETRY_AFTER_SECONDS,
        })
      taken += 1
      own += 1
    }
    try {
      return await act(sit)
    } finally {
      taken -= own
    }
  }
}

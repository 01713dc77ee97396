import { ApiError } from '../errors'
import { createShares, type Share } from '../security/shares'

const RETRY_AFTER_SECONDS = 1

/** Runs `act`, which calls `take` before it reads a file; its slots are free again when it ends. */
export type UploadSlots = <T>(
  act: (take: (...shares: readonly Share[]) => void) => Promise<T>,
) => Promise<T>

/** The 503 of a file that finds no slot. */
export const full = (): ApiError =>
  new ApiError('uploads_busy', 'Too many files arrive at the moment: try again in a second.', {
    retry_after: RETRY_AFTER_SECONDS,
  })

/** The 429 of a sender who has their share of the slots, so that no one ever takes all of them. */
export const shareTaken = (): ApiError =>
  new ApiError(
    'uploads_at_once',
    'Your other files are still arriving: send this one when they have.',
    { retry_after: RETRY_AFTER_SECONDS },
  )

/** Creates slots for pictures in memory, each of which takes megabytes. `take` throws the refusal of a share. */
export const createUploadSlots = (): UploadSlots => {
  const takeShares = createShares()
  return async (act) => {
    const releases: (() => void)[] = []
    try {
      return await act((...shares) => void releases.push(takeShares(1, shares)))
    } finally {
      for (const release of releases) release()
    }
  }
}

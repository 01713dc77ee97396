import { ApiError } from '../errors'

const RETRY_AFTER_SECONDS = 1

/** Who takes a slot, and the most slots they may hold at once. */
export interface Holder {
  /** What they are counted under, such as `user 7`. */
  readonly name: string
  readonly most: number
  /** What to refuse them with beyond that; by default a 429 that says to wait for their other files. */
  readonly refusal?: () => ApiError
}

/** Runs `act`, which calls `take` before it reads a file; its slots are free again when it ends. */
export type UploadSlots = <T>(
  act: (take: (...holders: readonly Holder[]) => void) => Promise<T>,
) => Promise<T>

/** The 503 of a file that finds no slot. */
export const full = (): ApiError =>
  new ApiError('uploads_busy', 'Too many files arrive at the moment: try again in a second.', {
    retry_after: RETRY_AFTER_SECONDS,
  })

const shareTaken = () =>
  new ApiError(
    'uploads_at_once',
    'Your other files are still arriving: send this one when they have.',
    { retry_after: RETRY_AFTER_SECONDS },
  )

/**
 * Creates `most` slots for pictures in memory, each of which takes megabytes. `take` throws a 429 for a holder who has
 * their share already, so that one sender never takes all slots, and a 503 when all are taken: to wait would only move
 * the queue into memory.
 */
export const createUploadSlots = (most: number): UploadSlots => {
  let taken = 0
  const held = new Map<string, number>()
  const heldBy = ({ name }: Holder) => held.get(name) ?? 0
  const release = ({ name }: Holder) => {
    const left = (held.get(name) ?? 0) - 1
    if (left > 0) held.set(name, left)
    else held.delete(name)
  }
  return async (act) => {
    const own: Holder[] = []
    let ownSlots = 0
    const take = (...holders: readonly Holder[]) => {
      for (const holder of holders) {
        if (heldBy(holder) >= holder.most) throw (holder.refusal ?? shareTaken)()
      }
      if (taken >= most) throw full()
      taken += 1
      ownSlots += 1
      for (const holder of holders) held.set(holder.name, heldBy(holder) + 1)
      own.push(...holders)
    }
    try {
      return await act(take)
    } finally {
      taken -= ownSlots
      own.forEach(release)
    }
  }
}

import { ApiError } from '../errors'
import { createShares } from '../security/shares'

const RETRY_AFTER_SECONDS = 1

const refusal = () =>
  new ApiError('downloads_busy', 'Too many files are being sent: try again in a second.', {
    retry_after: RETRY_AFTER_SECONDS,
  })

/**
 * Returns what counts the bytes of a file that is about to be sent, for they wait in memory for a slow receiver. It
 * throws a 503 beyond `most` bytes to all or `mostOfOne` to one receiver; one file alone is always sent. It returns what
 * to call, once or more often, when the file has been sent or its connection is closed.
 */
export const createSending = ({ most, mostOfOne }: { most: number; mostOfOne: number }) => {
  const takeShares = createShares()
  return (receiver: string, bytes: number): (() => void) =>
    takeShares(bytes, [
      { name: 'all', most, refusal },
      { name: `to ${receiver}`, most: mostOfOne, refusal },
    ])
}

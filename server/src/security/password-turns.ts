import { availableParallelism } from 'node:os'
import { ApiError } from '../errors'
import { addressGroup } from './client-address'
import { createFairTurns } from './fair-turns'

/** Who asks for work on a password. */
export interface PasswordSender {
  readonly ipAddress: string
  /** Aborted when no one waits for the answer any more. */
  readonly signal?: AbortSignal
}

const RETRY_AFTER_SECONDS = 1

const busy = () =>
  new ApiError(
    'passwords_busy',
    'Too many passwords are being checked at the moment: try again in a second.',
    { retry_after: RETRY_AFTER_SECONDS },
  )

// A hash takes 20 to 40 ms: a hundred of one address are two seconds of two threads, a thousand of all are ten times
// that, and end with the time of their requests.
const turns = createFairTurns({
  most: availableParallelism(),
  mostOfOne: 2,
  mostWaiting: 1_000,
  mostWaitingOfOne: 100,
  busy,
})

/**
 * Runs `work` on a password in the turn of the sender's address (of IPv6, its network), so that no one who sends many
 * keeps others waiting (docs/limits.md). Rejects with 503 while too many wait, or when `signal` is aborted before.
 */
export const inPasswordTurn = <T>(
  { ipAddress, signal }: PasswordSender,
  work: () => Promise<T>,
): Promise<T> => turns.run(addressGroup(ipAddress), signal, work)

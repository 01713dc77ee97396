import { availableParallelism } from 'node:os'
import { ApiError } from '../errors'
import { addressGroup } from './client-address'
import { createFairTurns } from './fair-turns'
import { createShares } from './shares'

/** Who asks for work on a password. */
export interface PasswordSender {
  readonly ipAddress: string
  /** Aborted when no one waits for the answer any more. */
  readonly signal?: AbortSignal
  /** Whether the account knows the device, or its session or a mailed link of it came along. */
  readonly isKnown?: boolean
}

const RETRY_AFTER_SECONDS = 1
// A hash takes 20 to 40 ms: a hundred of one address are two seconds of two threads, a thousand of all are ten times
// that, and end with the time of their requests.
const LIMITS = { mostOfOne: 2, mostWaitingOfOne: 100, mostWaiting: 1_000 }
const MOST_UNDER_WAY = LIMITS.mostOfOne + LIMITS.mostWaitingOfOne

const busy = () =>
  new ApiError(
    'passwords_busy',
    'Too many passwords are being checked at the moment: try again in a second.',
    { retry_after: RETRY_AFTER_SECONDS },
  )

const takeShares = createShares()

/**
 * Runs `act`, which looks up what a password is for and then works on it, unless the sender's address has as many of
 * them under way as may have turns: rejects with 503 then, before `act` asks the database for anything.
 */
export const inPasswordPlace = async <T>(
  { ipAddress }: PasswordSender,
  act: () => Promise<T>,
): Promise<T> => {
  const place = { name: addressGroup(ipAddress), most: MOST_UNDER_WAY, refusal: busy }
  const release = takeShares(1, [place])
  return act().finally(release)
}

const createTurns = () => createFairTurns({ most: availableParallelism(), ...LIMITS, busy })
// Apart, so that no number of strangers, at however many addresses, comes before a known device.
const [ofKnown, ofStrangers] = [createTurns(), createTurns()]

/**
 * Runs `work` on a password in the turn of the sender's address (of IPv6, its network), so that no one who sends many
 * keeps others waiting, and no stranger who is known (docs/limits.md). Rejects with 503 while too many wait, or when
 * `signal` is aborted before.
 */
export const inPasswordTurn = <T>(
  { ipAddress, signal, isKnown = false }: PasswordSender,
  work: () => Promise<T>,
): Promise<T> => (isKnown ? ofKnown : ofStrangers).run(addressGroup(ipAddress), signal, work)

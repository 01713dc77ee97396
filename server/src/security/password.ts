import { hash, verify } from '@node-rs/argon2'
import { availableParallelism } from 'node:os'
import { ApiError } from '../errors'
import { atMost } from './at-most'
import { estimateGuesses } from './guesses'

const SHORTEST = 8
const LONGEST = 128
// OWASP's first choice for argon2id; the package's own default algorithm is argon2id.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
// zxcvbn's third of four steps, "moderate protection of a stolen hash", and what eight random characters have. Through
// our limit (ten guesses in five minutes) it takes 95 years.
const FEWEST_GUESSES = 1e8

/**
 * Rejects with 400 a password that is too short, too long to hash, or that a guesser reaches early
 * (docs/protocol.md 11.3): `password_too_short`, `password_too_long`, `password_too_common`, or `password_has_your_name` when it is
 * made of one of `names` (see `ownNames`). Counts characters, not bytes, and asks for no special ones.
 */
export const checkNewPassword = async (
  password: string,
  names: readonly string[],
): Promise<void> => {
  const length = [...password].length
  if (length < SHORTEST || length > LONGEST)
    throw new ApiError(
      length < SHORTEST ? 'password_too_short' : 'password_too_long',
      `password has to have ${SHORTEST} to ${LONGEST} characters.`,
    )
  const { guesses, hasName } = await estimateGuesses(password, names)
  if (guesses >= FEWEST_GUESSES) return
  throw hasName
    ? new ApiError(
        'password_has_your_name',
        'password is made of a name of yours or of this app: choose another.',
      )
    : new ApiError(
        'password_too_common',
        'password is too common or too easy to guess: choose another.',
      )
}

// Hashes run in libuv's pool of four threads, which files and name look-ups need too: one thread stays free. More at once
// than cores would only make each of them, and the event loop, slower.
const THREADS_FOR_HASHES = 3
const inTurn = atMost(Math.min(availableParallelism(), THREADS_FOR_HASHES))

/** argon2id with its salt and cost inside. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password, COST))

// Verified against when there is no account, so that the answer takes as long as a wrong password's.
const nobody = hash('nobody has this password', COST)

/** Whether `password` is the one behind `stored`; null, an account without one, takes the same time. */
export const passwordMatches = async (
  stored: string | null,
  password: string,
): Promise<boolean> => {
  const hashed = stored ?? (await nobody)
  const matches = await inTurn(() => verify(hashed, password))
  return matches && stored !== null
}

import { ApiError } from '../errors'
import { hasLeft } from '../out-of-time'
import { estimateGuesses } from './guesses'
import { hash, verify } from './hash-threads'
import { inPasswordTurn, type PasswordSender } from './password-turns'

const SHORTEST = 8
const LONGEST = 128
// OWASP's first choice for argon2id; the package's own default algorithm is argon2id.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
// zxcvbn's third of four steps, "moderate protection of a stolen hash", and what eight random characters have. Through
// our limit (ten guesses in five minutes) it takes 95 years.
const FEWEST_GUESSES = 1e8

/**
 * Rejects with 400 a password that is too short, too long to hash, or that a guesser reaches early
 * (docs/protocol.md 11.3): `password_too_short`, `password_too_long`, `password_too_common`, or
 * `password_has_your_name` when it is made of one of `names` (see `ownNames`). Counts characters, not bytes, and
 * asks for no special ones.
 */
export const checkNewPassword = async (
  password: string,
  names: readonly string[],
): Promise<void> => {
  const length = [...password].length
  if (length < SHORTEST || length > LONGEST) {
    throw new ApiError(
      length < SHORTEST ? 'password_too_short' : 'password_too_long',
      `password has to have ${SHORTEST} to ${LONGEST} characters.`,
    )
  }
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

/** argon2id with its salt and cost inside. Rejects with 503 while too many wait (`inPasswordTurn`). */
export const hashPassword = (password: string, sender: PasswordSender): Promise<string> =>
  inPasswordTurn(sender, () => hash(password, COST))

// Verified against when there is no account, so that the answer takes as long as a wrong password's: salt and digest of
// zeroes, which no known password has.
const { memoryCost, timeCost, parallelism } = COST
const HASH_OF_NONE = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/**
 * Whether `password` is the one behind `stored`; null, an account without one, takes the same time. Rejects with 503
 * while too many wait (`inPasswordTurn`).
 */
export const passwordMatches = async (
  stored: string | null,
  password: string,
  sender: PasswordSender,
): Promise<boolean> => {
  const matches = await inPasswordTurn(sender, () => verify(stored ?? HASH_OF_NONE, password))
  return matches && stored !== null
}

/**
 * What `compare` resolves to, of a try that was counted before. Where the password was refused its turn nothing was
 * compared: then `takeBack` is called, unless its sender has left, who would have guesses in flight for nothing.
 */
export const orTakenBack = <T>(
  compare: () => Promise<T>,
  takeBack: () => Promise<void>,
  signal: AbortSignal,
): Promise<T> =>
  compare().catch(async (error: unknown) => {
    const isBusy = error instanceof ApiError && error.errorCode === 'passwords_busy'
    if (isBusy && !hasLeft(signal)) await takeBack()
    throw error
  })

import { hash, verify } from '@node-rs/argon2'
import { dictionary } from '@zxcvbn-ts/language-common'
import { ApiError } from '../errors'

const SHORTEST = 8
const LONGEST = 128
// OWASP's first choice for argon2id; the package's own default algorithm is argon2id.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const common = new Set(dictionary['passwords-common'].map(String))

/**
 * Rejects with 400 a password that is too short, too long to hash, or among the most common ones
 * (WeChat rules 4.1, passwords). Counts characters, not bytes, and asks for no special ones.
 */
export const checkNewPassword = (password: string): void => {
  const length = [...password].length
  if (length < SHORTEST || length > LONGEST)
    throw new ApiError(400, `password has to have ${SHORTEST} to ${LONGEST} characters.`)
  if (common.has(password.toLowerCase()))
    throw new ApiError(400, 'password is among the most common ones: choose another.')
}

/** argon2id with its salt and cost inside. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST)

// Verified against when there is no account, so that the answer takes as long as a wrong password's.
const nobody = hash('nobody has this password', COST)

/** Whether `password` is the one behind `stored`; null, an account without one, takes the same time. */
export const passwordMatches = async (
  stored: string | null,
  password: string,
): Promise<boolean> => {
  const matches = await verify(stored ?? (await nobody), password)
  return matches && stored !== null
}

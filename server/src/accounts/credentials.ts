import { ApiError } from '../errors'
import { normalizePhone, sealPhone } from '../security/phone'
import type { Vault } from '../security/vault'
import type { User } from './account'

/** What a password account is called by. */
export type Name =
  | { readonly kind: 'username'; readonly value: string }
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'phone'; readonly value: string }

const EMAIL = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/
const LONGEST_EMAIL = 254
const LONGEST_USERNAME = 64
// Control characters and their invisible kin would make two names look alike.
const INVISIBLE = /[\p{C}\p{Z}]/u

/** A username as we keep it. Rejects with 400 what is empty, too long, or holds blanks or invisible characters. */
export const checkUsername = (value: string): string => {
  const username = value.normalize('NFC').trim()
  if (username === '' || username.length > LONGEST_USERNAME || INVISIBLE.test(username))
    throw new ApiError(400, `username has to have 1 to ${LONGEST_USERNAME} characters, no blanks.`)
  return username
}

/** An e-mail address as we keep it, in lower case (wire contract 3). Rejects with 400 what is none. */
export const checkEmail = (value: string): string => {
  const email = value.trim().toLowerCase()
  if (email.length > LONGEST_EMAIL || !EMAIL.test(email))
    throw new ApiError(400, 'email is not an e-mail address.')
  return email
}

/** A name in the form it is kept and found in. Rejects with 400 as the checks of its kind do. */
export const normalizeName = (name: Name): Name => {
  if (name.kind === 'username') return { ...name, value: checkUsername(name.value) }
  if (name.kind === 'email') return { ...name, value: checkEmail(name.value) }
  return { ...name, value: normalizePhone(name.value) }
}

/** The columns that hold this (normalized) name. */
export const nameColumns = (
  vault: Vault,
  name: Name,
): Partial<Pick<User, 'username' | 'email' | 'phoneSealed' | 'phoneIndex'>> => {
  if (name.kind === 'username') return { username: name.value }
  if (name.kind === 'email') return { email: name.value }
  return sealPhone(vault, name.value)
}

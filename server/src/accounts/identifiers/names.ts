import { sql, type SQL } from 'drizzle-orm'
import { users } from '../../db/schema'
import { ApiError } from '../../errors'
import { canonicalEmail, earlierEmail } from '../../security/email-address'
import {
  canonicalPhone,
  earlierPhone,
  normalizePhone,
  phoneIndex,
  sealPhone,
} from '../../security/phone'
import {
  foldUsername,
  isFitUsername,
  isReadableUsername,
  shownUsername,
} from '../../security/username'
import type { Vault } from '../../security/vault'
import type { User } from '../users/account'

/** What a password account is called by. */
export type Name =
  | { readonly kind: 'username'; readonly value: string }
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'phone'; readonly value: string }

/** A name to look an account up by, see `lookupOf`. */
export interface Lookup {
  readonly kind: Name['kind']
  /** The one form: what the name is counted under and found by. */
  readonly value: string
  /** The form it had before there was one, which a row keeps when another account had the one form first. */
  readonly earlier: string
}

const malformed = (kind: Name['kind'], what: string): ApiError =>
  new ApiError(`${kind}_malformed`, `${kind} ${what}`)

const noUsername = () =>
  malformed('username', 'has to have 1 to 64 visible characters, no blanks, of one alphabet.')
const noEmail = () => malformed('email', 'is not an e-mail address.')

/** A username as it is shown. Throws 400 `username_malformed` for one that may not be taken, see `isFitUsername`. */
export const checkUsername = (value: string): string => {
  const username = shownUsername(value)
  if (!isFitUsername(username)) throw noUsername()
  return username
}

/** An e-mail address in its one form (see `canonicalEmail`). Throws 400 `email_malformed` for what is none. */
export const checkEmail = (value: string): string => {
  const email = canonicalEmail(value)
  if (email === null) throw noEmail()
  return email
}

/** A new name in the form it is kept in. Throws 400 as the checks of its kind do. */
export const normalizeName = (name: Name): Name => {
  if (name.kind === 'username') return { ...name, value: checkUsername(name.value) }
  if (name.kind === 'email') return { ...name, value: checkEmail(name.value) }
  return { ...name, value: normalizePhone(name.value) }
}

/**
 * What an account of this name is looked up by. Takes every name that was ever taken, so that an account from before
 * today's rules still opens; throws 400 for what never was a name.
 */
export const lookupOf = ({ kind, value }: Name): Lookup => {
  if (kind === 'username') {
    const shown = shownUsername(value)
    if (!isReadableUsername(shown)) throw noUsername()
    return { kind, value: foldUsername(shown), earlier: shown }
  }
  const [canonical, earlier] =
    kind === 'email'
      ? [canonicalEmail(value), earlierEmail(value)]
      : [canonicalPhone(value), earlierPhone(value)]
  const found = canonical ?? earlier
  if (found === null) throw kind === 'email' ? noEmail() : malformed(kind, 'is not a phone number.')
  return { kind, value: found, earlier: earlier ?? found }
}

/** The columns that hold a username that `checkUsername` has passed, or none. */
export const usernameColumns = (
  username: string | null,
): Pick<User, 'username' | 'usernameFolded'> => ({
  username,
  usernameFolded: username === null ? null : foldUsername(username),
})

/** The columns that hold this (normalized) name. */
export const nameColumns = (
  vault: Vault,
  name: Name,
): Partial<Pick<User, 'username' | 'usernameFolded' | 'email' | 'phoneSealed' | 'phoneIndex'>> => {
  if (name.kind === 'username') return usernameColumns(name.value)
  if (name.kind === 'email') return { email: name.value }
  return sealPhone(vault, name.value)
}

const inEitherForm = (
  column: typeof users.email | typeof users.phoneIndex,
  value: string,
  earlier: string,
): SQL => {
  if (value === earlier) return sql`${column} = ${value}`
  const kept = sql`select from ${users} as kept where kept.${sql.identifier(column.name)} = ${earlier}`
  return sql`(${column} = ${earlier} or (${column} = ${value} and not exists (${kept})))`
}

/** The condition that finds the account of this name: the row that kept the earlier form, or else that of the one form. */
export const hasName = (vault: Vault, { kind, value, earlier }: Lookup): SQL => {
  if (kind === 'email') return inEitherForm(users.email, value, earlier)
  if (kind === 'phone') {
    return inEitherForm(users.phoneIndex, phoneIndex(vault, value), phoneIndex(vault, earlier))
  }
  const kept = sql`username = ${earlier} and username_folded is null`
  return sql`(${users.usernameFolded} = ${value} and not exists (select from ${users} as kept where ${kept})
    or ${users.username} = ${earlier} and ${users.usernameFolded} is null)`
}

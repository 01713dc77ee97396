import { and, asc, eq, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/database'
import { users } from '../../db/schema'
import { ApiError } from '../../errors'
import { NO_NEXT_PHONE } from '../../security/phone'
import type { User } from '../users/account'

/** An e-mail address or a phone, as a column is looked up by it. */
export type Identifier =
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'phone'; readonly index: string }

const holds = (identifier: Identifier): SQL =>
  identifier.kind === 'email'
    ? sql`${users.email} = ${identifier.email}`
    : sql`${users.phoneIndex} = ${identifier.index}`

/** The condition that finds the one account that has verified an identifier. */
export const verifiedBy = (identifier: Identifier): SQL =>
  identifier.kind === 'email'
    ? sql`${holds(identifier)} and ${users.emailVerified}`
    : sql`${holds(identifier)} and ${users.phoneVerified}`

/** The condition that finds the accounts that claim an identifier, in the place of a verified one or of none. */
const claimedBy = (identifier: Identifier): SQL =>
  identifier.kind === 'email'
    ? sql`(${holds(identifier)} and not ${users.emailVerified} or ${users.nextEmail} = ${identifier.email})`
    : sql`(${holds(identifier)} and not ${users.phoneVerified} or ${users.nextPhoneIndex} = ${identifier.index})`

// Of a row that claims an identifier, what is only claimed goes, and what is verified stays.
const withoutClaim = (identifier: Identifier) =>
  identifier.kind === 'email'
    ? {
        email: sql`case when ${users.emailVerified} then ${users.email} end`,
        nextEmail: null,
      }
    : {
        phoneSealed: sql`case when ${users.phoneVerified} then ${users.phoneSealed} end`,
        phoneIndex: sql`case when ${users.phoneVerified} then ${users.phoneIndex} end`,
        ...NO_NEXT_PHONE,
      }

/**
 * Locks the accounts that claim an identifier, and `userId`, which is about to verify it, in the order of their
 * ids: two who verify what the other claims wait for each other once, and not in a circle (docs/decisions/0017).
 * Resolves to the ids of the others.
 */
export const lockClaimants = async (
  tx: Pick<Database, 'select'>,
  identifier: Identifier,
  userId: number | null,
): Promise<readonly number[]> => {
  const claimants = claimedBy(identifier)
  const locked = await tx
    .select({ id: users.id })
    .from(users)
    .where(userId === null ? claimants : or(eq(users.id, userId), claimants))
    .orderBy(asc(users.id))
    .for('no key update')
  return locked.map(({ id }) => id).filter((id) => id !== userId)
}

/**
 * Drops what others only claimed once `userId` has verified it (docs/decisions/0011, O1): their passwords open nothing
 * by this name any more. Part of the transaction that verifies; null is an account that this is about to make, before
 * it has a row that others wait for.
 */
export const dropClaims = async (
  tx: Pick<Database, 'select' | 'update'>,
  identifier: Identifier,
  userId: number | null,
): Promise<void> => {
  const others = await lockClaimants(tx, identifier, userId)
  if (others.length === 0) return
  await tx
    .update(users)
    .set(withoutClaim(identifier))
    .where(and(inArray(users.id, [...others]), claimedBy(identifier)))
}

/** Rejects with 400 when another account than `userId` has verified the identifier; a claim of another does not matter. */
export const refuseVerifiedByAnother = async (
  db: Pick<Database, 'select'>,
  identifier: Identifier,
  userId: number | null,
): Promise<void> => {
  const [owner] = await db.select({ id: users.id }).from(users).where(verifiedBy(identifier))
  if (owner !== undefined && owner.id !== userId) throw ofAnother(identifier.kind)
}

/**
 * Rejects with 400 for an address or number in `columns` that another account than `userId` has verified; what others
 * only claim is free (docs/decisions/0011, O1).
 */
export const refuseTaken = async (
  db: Pick<Database, 'select'>,
  columns: Partial<Pick<User, 'email' | 'phoneIndex' | 'nextEmail' | 'nextPhoneIndex'>>,
  userId: number | null,
): Promise<void> => {
  const { email = null, nextEmail = null, phoneIndex = null, nextPhoneIndex = null } = columns
  for (const each of [email, nextEmail]) {
    if (each !== null) await refuseVerifiedByAnother(db, { kind: 'email', email: each }, userId)
  }
  for (const index of [phoneIndex, nextPhoneIndex]) {
    if (index !== null) await refuseVerifiedByAnother(db, { kind: 'phone', index }, userId)
  }
}

/** The 400 of an identifier that another account has verified. */
export const ofAnother = (kind: Identifier['kind']): ApiError =>
  kind === 'email'
    ? new ApiError('email_of_another', 'This e-mail address belongs to another account.')
    : new ApiError('phone_of_another', 'This phone number belongs to another account.')

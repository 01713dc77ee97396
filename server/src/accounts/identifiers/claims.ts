import { and, asc, inArray, ne, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/database'
import { users } from '../../db/schema'
import { ApiError } from '../../errors'
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

const claimedBy = (identifier: Identifier): SQL =>
  identifier.kind === 'email'
    ? sql`${holds(identifier)} and not ${users.emailVerified}`
    : sql`${holds(identifier)} and not ${users.phoneVerified}`

/**
 * Drops what others only claimed once `userId` has verified it (docs/decisions/0011, O1): their passwords open nothing
 * by this name any more. Part of the transaction that verifies.
 */
export const dropClaims = async (
  tx: Pick<Database, 'select' | 'update'>,
  identifier: Identifier,
  userId: number,
): Promise<void> => {
  // Locked in one order, so that two who verify at the same moment wait for each other only once.
  const others = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(claimedBy(identifier), ne(users.id, userId)))
    .orderBy(asc(users.id))
    .for('no key update')
  if (others.length === 0) return
  const dropped =
    identifier.kind === 'email' ? { email: null } : { phoneSealed: null, phoneIndex: null }
  await tx
    .update(users)
    .set(dropped)
    .where(
      and(
        inArray(
          users.id,
          others.map(({ id }) => id),
        ),
        claimedBy(identifier),
      ),
    )
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
  { email = null, phoneIndex = null }: Partial<Pick<User, 'email' | 'phoneIndex'>>,
  userId: number | null,
): Promise<void> => {
  if (email !== null) await refuseVerifiedByAnother(db, { kind: 'email', email }, userId)
  if (phoneIndex !== null)
    await refuseVerifiedByAnother(db, { kind: 'phone', index: phoneIndex }, userId)
}

/** The 400 of an identifier that another account has verified. */
export const ofAnother = (kind: Identifier['kind']): ApiError =>
  kind === 'email'
    ? new ApiError('email_of_another', 'This e-mail address belongs to another account.')
    : new ApiError('phone_of_another', 'This phone number belongs to another account.')

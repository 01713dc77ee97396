import { asc, desc, inArray, type SQL } from 'drizzle-orm'
import type { Context } from '../../context'
import { users } from '../../db/schema'
import type { ClientInfo } from '../../sessions/session'
import { thoseThatKnow } from './known-devices'
import { accountsWhere, type Account } from '../users/account'
import { hasName, type Lookup } from '../identifiers/names'

// The password decides between claimants; a flood of claims must not make one sign-in cost more than this.
const MOST_CLAIMANTS = 5
/** Of so many claimants, the latest, it is asked whether they know the device. */
const MOST_LOOKED_AT = 500

/** Which column says that a name is verified; a username is its account's without one. */
const VERIFIED = { username: null, email: 'emailVerified', phone: 'phoneVerified' } as const

/** Those of the claimants that know the device of a request, the oldest first. */
const familiar = async (
  context: Pick<Context, 'db' | 'clock' | 'settings' | 'vault'>,
  isClaimant: SQL,
  client: ClientInfo,
): Promise<readonly Account[]> => {
  const claimants = await context.db
    .select({ id: users.id })
    .from(users)
    .where(isClaimant)
    .orderBy(desc(users.id))
    .limit(MOST_LOOKED_AT)
  const ids = await thoseThatKnow(
    context,
    claimants.map(({ id }) => id),
    client,
  )
  if (ids.length === 0) return []
  return accountsWhere(context, inArray(users.id, ids)).orderBy(asc(users.id)).limit(MOST_CLAIMANTS)
}

/**
 * The accounts that a password with this name may open: the one that has the username or has verified the
 * address or number, and it alone; where there is none, those that claim it: those that know the device of the request
 * before those that were there first, so that no later claim keeps an earlier claimant out, nor an earlier one a
 * later claimant on a device of theirs. A claim is no proof, so it opens only what its claimant's own password opens.
 */
export const accountsNamed = async (
  context: Pick<Context, 'db' | 'clock' | 'settings' | 'vault'>,
  name: Lookup,
  client: ClientInfo,
): Promise<readonly Account[]> => {
  const isNamed = hasName(context.vault, name)
  const verified = VERIFIED[name.kind]
  const found = await accountsWhere(context, isNamed)
    .orderBy(...(verified === null ? [] : [desc(users[verified])]), asc(users.id))
    .limit(MOST_CLAIMANTS)
  const [first] = found
  if (first !== undefined && (verified === null || first.user[verified])) return [first]
  if (found.length < 2) return found
  const known = await familiar(context, isNamed, client)
  const others = found.filter(({ user }) => known.every((each) => each.user.id !== user.id))
  return [...known, ...others].slice(0, MOST_CLAIMANTS)
}

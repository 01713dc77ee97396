import { and, desc, eq, sql } from 'drizzle-orm'
import type { Context } from '../context'
import { users, wechatIdentities } from '../db/schema'
import { phoneIndex } from '../security/phone'
import { accountColumns, type Account } from './account'
import type { Name } from './credentials'

// The password decides between claimants; a flood of claims must not make one sign-in cost more than this.
const MOST_CLAIMANTS = 5

const isVerified = ({ kind }: Name) => {
  if (kind === 'username') return sql`${users.username} is not null`
  return kind === 'email' ? users.emailVerified : users.phoneVerified
}

const hasName = ({ vault }: Pick<Context, 'vault'>, { kind, value }: Name) => {
  if (kind === 'username') return sql`lower(${users.username}) = lower(${value})`
  if (kind === 'email') return eq(users.email, value)
  return eq(users.phoneIndex, phoneIndex(vault, value))
}

/**
 * The accounts that a password with this (normalized) name may open: the one that has the username or has verified the
 * address or number, and it alone; where there is none, those that claim it, the newest first. A claim is no proof,
 * so it opens only what its claimant's own password opens.
 */
export const accountsNamed = async (
  context: Pick<Context, 'db' | 'settings' | 'vault'>,
  name: Name,
): Promise<readonly Account[]> => {
  const found = await context.db
    .select(accountColumns)
    .from(users)
    .leftJoin(
      wechatIdentities,
      and(
        eq(wechatIdentities.userId, users.id),
        eq(wechatIdentities.appid, context.settings.wechat.appid),
      ),
    )
    .where(hasName(context, name))
    .orderBy(desc(isVerified(name)), desc(users.id))
    .limit(MOST_CLAIMANTS)
  const [first] = found
  const isOwner =
    first !== undefined &&
    (name.kind === 'username' ||
      (name.kind === 'email' ? first.user.emailVerified : first.user.phoneVerified))
  return isOwner ? [first] : found
}

import { and, desc, eq, sql } from 'drizzle-orm'
import type { Context } from '../../context'
import { users, wechatIdentities } from '../../db/schema'
import { accountColumns, type Account } from '../users/account'
import { hasName, type Lookup } from './names'

// The password decides between claimants; a flood of claims must not make one sign-in cost more than this.
const MOST_CLAIMANTS = 5

const isVerified = ({ kind }: Lookup) => {
  if (kind === 'username') return sql`${users.username} is not null`
  return kind === 'email' ? users.emailVerified : users.phoneVerified
}

/**
 * The accounts that a password with this name may open: the one that has the username or has verified the
 * address or number, and it alone; where there is none, those that claim it, the newest first. A claim is no proof,
 * so it opens only what its claimant's own password opens.
 */
export const accountsNamed = async (
  context: Pick<Context, 'db' | 'settings' | 'vault'>,
  name: Lookup,
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
    .where(hasName(context.vault, name))
    .orderBy(desc(isVerified(name)), desc(users.id))
    .limit(MOST_CLAIMANTS)
  const [first] = found
  const isOwner =
    first !== undefined &&
    (name.kind === 'username' ||
      (name.kind === 'email' ? first.user.emailVerified : first.user.phoneVerified))
  return isOwner ? [first] : found
}

import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database'
import { users, wechatIdentities } from '../../db/schema'
import type { User } from '../users/account'
import { isIdentity } from './identity'

/** A WeChat and the account it is linked to, as both are while the account is locked. */
interface HeldAccount {
  readonly user: User
  readonly identity: typeof wechatIdentities.$inferSelect
}

/**
 * Locks the account that a WeChat is linked to, for a change of both (docs/decisions/0017); null when there is none,
 * and when it was unlinked while this waited.
 */
export const holdAccountOf = async (
  tx: Pick<Database, 'select'>,
  appid: string,
  openid: string,
): Promise<HeldAccount | null> => {
  const linked = tx
    .select({ id: wechatIdentities.userId })
    .from(wechatIdentities)
    .where(isIdentity(appid, openid))
  const [user] = await tx.select().from(users).where(eq(users.id, linked)).for('no key update')
  if (user === undefined) return null
  const [identity] = await tx
    .select()
    .from(wechatIdentities)
    .where(and(isIdentity(appid, openid), eq(wechatIdentities.userId, user.id)))
  return identity === undefined ? null : { user, identity }
}

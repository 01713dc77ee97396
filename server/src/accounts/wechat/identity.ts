import { and, eq } from 'drizzle-orm'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { users, wechatIdentities } from '../../db/schema'
import { linkedOpenid, notLinked, type Account, type User } from '../users/account'

/** The condition for one WeChat of one mini-program. Never the openid alone: another AppID may have the same. */
export const isIdentity = (appid: string, openid: string) =>
  and(eq(wechatIdentities.appid, appid), eq(wechatIdentities.openid, openid))

/**
 * The row of the WeChat that an account had when it was read. Rejects with 400 when it had none, or has lost it since.
 */
export const heldIdentity = async (
  tx: Pick<Database, 'select'>,
  { settings }: Pick<Context, 'settings'>,
  account: Account,
): Promise<typeof wechatIdentities.$inferSelect> => {
  const isTheirs = and(
    isIdentity(settings.wechat.appid, linkedOpenid(account)),
    eq(wechatIdentities.userId, account.user.id),
  )
  const [held] = await tx.select().from(wechatIdentities).where(isTheirs)
  if (held === undefined) throw notLinked()
  return held
}

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

import { and, eq } from 'drizzle-orm'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { wechatIdentities } from '../../db/schema'
import { linkedOpenid, notLinked, type Account } from '../users/account'

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

import { and, eq, type SQL } from 'drizzle-orm'
import type { Context } from '../../context'
import { users, wechatIdentities } from '../../db/schema'
import { ApiError } from '../../errors'

/** The row of an account. */
export type User = typeof users.$inferSelect

/** What an account knows of its WeChat identity under our AppID. */
type WechatIdentity = Pick<typeof wechatIdentities.$inferSelect, 'openid' | 'unionid' | 'profile'>

/** An account with the WeChat identity that is linked to it, if one is. */
export interface Account {
  readonly user: User
  readonly wechat: WechatIdentity | null
}

/** The columns of an `Account`, for any select that joins `users` and `wechat_identities`. */
const accountColumns = {
  user: users,
  wechat: {
    openid: wechatIdentities.openid,
    unionid: wechatIdentities.unionid,
    profile: wechatIdentities.profile,
  },
}

/** The accounts that `condition` finds, with their WeChat identities: a query that may be ordered and limited. */
export const accountsWhere = ({ db, settings }: Pick<Context, 'db' | 'settings'>, condition: SQL) =>
  db
    .select(accountColumns)
    .from(users)
    .leftJoin(
      wechatIdentities,
      and(eq(wechatIdentities.userId, users.id), eq(wechatIdentities.appid, settings.wechat.appid)),
    )
    .where(condition)

/** The account that `condition` finds, with its WeChat identity, or null. */
export const loadAccount = async (
  context: Pick<Context, 'db' | 'settings'>,
  condition: SQL,
): Promise<Account | null> => {
  const [account] = await accountsWhere(context, condition)
  return account ?? null
}

/** The 400 of an account without WeChat. */
export const notLinked = (): ApiError =>
  new ApiError('wechat_not_linked', 'No WeChat user is linked to this account: link one first.')

/** The openid of an account. Rejects with 400 when no WeChat user is linked to it. */
export const linkedOpenid = ({ wechat }: Account): string => {
  if (wechat === null) throw notLinked()
  return wechat.openid
}

import { and, eq, type SQL } from 'drizzle-orm'
import type { Context } from '../context'
import { users, wechatIdentities } from '../db/schema'
import { accountColumns, type Account } from './account'

/** The account that `condition` finds, with its WeChat identity, or null. */
export const loadAccount = async (
  { db, settings }: Pick<Context, 'db' | 'settings'>,
  condition: SQL,
): Promise<Account | null> => {
  const [account] = await db
    .select(accountColumns)
    .from(users)
    .leftJoin(
      wechatIdentities,
      and(eq(wechatIdentities.userId, users.id), eq(wechatIdentities.appid, settings.wechat.appid)),
    )
    .where(condition)
  return account ?? null
}

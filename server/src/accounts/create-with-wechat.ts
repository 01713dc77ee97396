import type { Context } from '../context'
import { sessions, users, wechatIdentities } from '../db/schema'
import { openSession, type LoginMethod, type Origin } from '../sessions/session'
import type { WechatSession } from '../wechat/client'
import type { SignedIn } from './sign-in-known'

/**
 * Makes an account for a WeChat person seen for the first time and signs it in, all or nothing.
 * Rejects with the database's unique violation when another request was first with this openid.
 */
export const createWithWechat = async (
  { db, clock, settings }: Context,
  { openid, unionid }: WechatSession,
  loginMethod: LoginMethod,
  origin: Origin,
): Promise<SignedIn> => {
  const now = new Date(clock.now())
  const { grant, row } = openSession(loginMethod, origin, now.getTime())
  const account = await db.transaction(async (tx) => {
    const [user] = await tx.insert(users).values({ createdAt: now, updatedAt: now }).returning()
    if (user === undefined) throw new Error('insert into users gave no row')
    const [wechat] = await tx
      .insert(wechatIdentities)
      .values({ appid: settings.wechat.appid, openid, unionid, userId: user.id, createdAt: now })
      .returning()
    if (wechat === undefined) throw new Error('insert into wechat_identities gave no row')
    await tx.insert(sessions).values({ ...row, userId: user.id })
    return { user, wechat }
  })
  return { account, grant }
}

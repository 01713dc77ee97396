import { eq, sql } from 'drizzle-orm'
import type { Context } from '../context'
import { sessions, users, wechatIdentities, type WechatProfile } from '../db/schema'
import { openSession, type Grant, type LoginMethod, type Origin } from '../sessions/session'
import type { WechatSession } from '../wechat/client'
import type { Account } from './account'

/** A sign-in that went through. */
export interface SignedIn {
  readonly account: Account
  readonly grant: Grant
}

/**
 * Signs in the account that this openid belongs to under our AppID: keeps what WeChat just told,
 * opens a session and ends the one the request carried. One statement, hence one round trip, because
 * this is what every launch of every device does. Gives null when nobody has this openid.
 */
export const signInKnown = async (
  { db, clock, settings }: Context,
  { openid, unionid }: WechatSession,
  loginMethod: LoginMethod,
  origin: Origin,
): Promise<SignedIn | null> => {
  const { grant, row } = openSession(loginMethod, origin, clock.now())

  const identity = db
    .$with('identity', {
      userId: sql<number>`user_id`.as('user_id'),
      openid: sql<string>`openid`.as('openid'),
      unionid: sql<string | null>`unionid`.as('unionid'),
      profile: sql<WechatProfile>`profile`.as('profile'),
    })
    .as(
      sql`update ${wechatIdentities} set unionid = coalesce(${unionid}, unionid)
          where appid = ${settings.wechat.appid} and openid = ${openid}
          returning user_id, openid, unionid, profile`,
    )
  const opened = db.$with('opened', {}).as(
    sql`insert into ${sessions} (id, token_hash, user_id, login_method, created_at, expires_at, ip_address, user_agent)
        select ${row.id}, ${row.tokenHash}, user_id, ${row.loginMethod}, ${row.createdAt.toISOString()}, ${row.expiresAt.toISOString()}, ${row.ipAddress}, ${row.userAgent}
        from identity`,
  )
  const replaced = db
    .$with('replaced', {})
    .as(
      sql`delete from ${sessions} where token_hash = ${origin.presentedTokenHash} and exists (select from identity)`,
    )

  const [found] = await db
    .with(identity, opened, replaced)
    .select({
      user: users,
      wechat: { openid: identity.openid, unionid: identity.unionid, profile: identity.profile },
    })
    .from(users)
    .innerJoin(identity, eq(identity.userId, users.id))
  return found === undefined ? null : { account: found, grant }
}

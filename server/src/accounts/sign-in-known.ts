import { eq, sql } from 'drizzle-orm'
import type { Context } from '../context'
import {
  auditEvents,
  rateLimits,
  sessions,
  users,
  wechatIdentities,
  type LoginMethod,
  type WechatProfile,
} from '../db/schema'
import { ApiError } from '../errors'
import { LIMITS, limitKey } from '../security/limits'
import { openSession, type Grant, type Origin } from '../sessions/session'
import type { WechatSession } from '../wechat/client'
import type { Account } from './account'
import { sealSessionKey } from './session-key'

/** A sign-in that went through. */
export interface SignedIn {
  readonly account: Account
  readonly grant: Grant
}

/** How a WeChat person is recognised: by openid alone, or only if the account also has this unionid. */
export type Recognition = 'by-openid' | 'by-openid-and-unionid'

const LIMIT = LIMITS.loginsPerOpenid

/**
 * Signs in the account that this openid belongs to under our AppID: keeps the session_key WeChat just
 * gave, opens a session, ends the one the request carried, counts and records it. One statement, hence
 * one round trip, because every launch of every device does this. Gives null when nobody is recognised;
 * rejects with 429 beyond the limit per openid.
 */
export const signInKnown = async (
  context: Context,
  person: WechatSession,
  recognition: Recognition,
  loginMethod: LoginMethod,
  origin: Origin,
): Promise<SignedIn | null> => {
  const { db, clock, settings } = context
  const { openid, unionid } = person
  const { appid } = settings.wechat
  const { grant, row } = openSession(loginMethod, origin, clock.now())
  const now = row.createdAt.toISOString()

  const counted = db.$with('counted', { hits: sql<number>`hits`.as('hits') }).as(
    sql`insert into ${rateLimits} as held (key, hits, window_ends)
        select ${limitKey(context, LIMIT, openid)}, 1, ${now}::timestamptz + make_interval(secs => ${LIMIT.windowMs / 1000})
        from wechat_identities where appid = ${appid} and openid = ${openid}
        on conflict (key) do update set
          hits = case when held.window_ends <= ${now} then 1 else held.hits + 1 end,
          window_ends = case when held.window_ends <= ${now} then excluded.window_ends else held.window_ends end
        returning hits`,
  )
  const identity = db
    .$with('identity', {
      userId: sql<number>`user_id`.as('user_id'),
      openid: sql<string>`openid`.as('openid'),
      unionid: sql<string | null>`unionid`.as('unionid'),
      profile: sql<WechatProfile>`profile`.as('profile'),
    })
    .as(
      sql`update ${wechatIdentities} set unionid = coalesce(${unionid}, unionid),
            session_key_sealed = ${sealSessionKey(context, person)}, session_key_at = ${now}
          where appid = ${appid} and openid = ${openid}
            and (select hits from counted) <= ${LIMIT.max}
            ${
              recognition === 'by-openid'
                ? sql``
                : sql`and exists (select from users where id = user_id and wechat_unionid = ${unionid})`
            }
          returning user_id, openid, unionid, profile`,
    )
  const opened = db.$with('opened', {}).as(
    sql`insert into ${sessions} (id, token_hash, user_id, login_method, created_at, expires_at, ip_address, user_agent)
        select ${row.id}, ${row.tokenHash}, user_id, ${row.loginMethod}, ${now}, ${row.expiresAt.toISOString()}, ${row.ipAddress}, ${row.userAgent}
        from identity`,
  )
  const recorded = db.$with('recorded', {}).as(
    sql`insert into ${auditEvents} (at, user_id, kind, ip_address)
        select ${now}, user_id, 'signed_in', ${origin.ipAddress} from identity`,
  )
  const replaced = db
    .$with('replaced', {})
    .as(
      sql`delete from ${sessions} where token_hash = ${origin.presentedTokenHash} and exists (select from identity)`,
    )

  const [found] = await db
    .with(counted, identity, opened, recorded, replaced)
    .select({
      hits: counted.hits,
      user: users,
      wechat: { openid: identity.openid, unionid: identity.unionid, profile: identity.profile },
    })
    .from(counted)
    .leftJoin(identity, sql`true`)
    .leftJoin(users, eq(users.id, identity.userId))
  if (found === undefined) return null
  if (found.hits > LIMIT.max)
    throw new ApiError(429, 'Too many sign-ins of this user: try again in a minute.')
  const { user, wechat } = found
  if (user === null || wechat === null) return null
  return { account: { user, wechat }, grant }
}

import { eq, sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context'
import { preparedOnce } from '../db/prepared'
import {
  auditEvents,
  sessions,
  spentCodes,
  users,
  wechatIdentities,
  type LoginMethod,
  type WechatProfile,
} from '../db/schema'
import { wholeRow } from '../db/whole-row'
import { openSession, type Grant, type Origin } from '../sessions/session'
import type { WechatSession } from '../wechat/client'
import type { Account, User } from './account'
import { countLogin, hadItsLogins, holdBack } from './login-limit'
import { codeUsed } from './redeem-code'
import { sealSessionKey } from './session-key'

/** A sign-in that went through. */
export interface SignedIn {
  readonly account: Account
  readonly grant: Grant
}

/** How a WeChat person is recognised: by openid alone, or only if the account also has this unionid. */
type Recognition = 'by-openid' | 'by-openid-and-unionid'

/** How somebody signs in. */
export interface SignIn {
  readonly recognition: Recognition
  readonly loginMethod: LoginMethod
}

const value = sql.placeholder

const now = sql`${value('now')}::timestamptz`
const ofPerson = sql`appid = ${value('appid')} and openid = ${value('openid')}`

const recognised: Readonly<Record<Recognition, SQL>> = {
  'by-openid': sql``,
  'by-openid-and-unionid': sql`and exists (select from users where id = user_id and wechat_unionid = ${value('unionid')})`,
}

// Placeholders are cast, because PostgreSQL cannot tell the type of a bare one in a select list.
const signInStatement = (recognition: Recognition) =>
  preparedOnce((db) => {
    const spent = db.$with('spent', {}).as(
      sql`insert into ${spentCodes} (code_hash, spent_at)
          select hash, ${now} from (values (${value('codeHash')}::text)) as code (hash) where hash is not null
          on conflict do nothing returning 1`,
    )
    const fresh = sql<boolean>`(${value('codeHash')}::text is null or exists (select from ${spent}))`
    const identity = db
      .$with('identity', {
        userId: sql<number>`user_id`.as('user_id'),
        openid: sql<string>`openid`.as('openid'),
        unionid: sql<string | null>`unionid`.as('unionid'),
        profile: sql<WechatProfile>`profile`.as('profile'),
      })
      .as(
        sql`update ${wechatIdentities} set unionid = coalesce(${value('unionid')}::text, unionid),
              session_key_sealed = ${value('sessionKey')}::text, session_key_at = ${now},
              login_times = login_times + 1, last_login_at = ${now}, ${countLogin(now)}
            where ${ofPerson} and ${fresh} and not ${hadItsLogins(now)} ${recognised[recognition]}
            returning user_id, openid, unionid, profile`,
      )
    const opened = db.$with('opened', {}).as(
      sql`insert into ${sessions} (id, token_hash, user_id, login_method, created_at, expires_at, ip_address, user_agent)
          select ${value('sessionId')}::uuid, ${value('tokenHash')}::text, user_id, ${value('loginMethod')}::text,
            ${now}, ${value('expiresAt')}::timestamptz, ${value('ipAddress')}::text, ${value('userAgent')}::text
          from identity`,
    )
    const recorded = db.$with('recorded', {}).as(
      sql`insert into ${auditEvents} (at, user_id, kind, ip_address)
          select ${now}, user_id, 'signed_in', ${value('ipAddress')}::text from identity`,
    )
    const replaced = db
      .$with('replaced', {})
      .as(
        sql`delete from ${sessions} where token_hash = ${value('replacedHash')}::text and exists (select from identity)`,
      )
    return db
      .with(spent, identity, opened, recorded, replaced)
      .select({
        fresh,
        isTooOften: sql<boolean>`${identity.userId} is null and exists (select from ${wechatIdentities} where ${ofPerson} and ${hadItsLogins(now)})`,
        user: wholeRow(users) as SQL<User | null>,
        wechat: { openid: identity.openid, unionid: identity.unionid, profile: identity.profile },
      })
      .from(sql`(values (1)) as once`)
      .leftJoin(identity, sql`true`)
      .leftJoin(users, eq(users.id, identity.userId))
      .prepare(`sign_in_${recognition.replaceAll('-', '_')}`)
  })

const statements: Readonly<Record<Recognition, ReturnType<typeof signInStatement>>> = {
  'by-openid': signInStatement('by-openid'),
  'by-openid-and-unionid': signInStatement('by-openid-and-unionid'),
}

/**
 * Signs in the account that this openid belongs to under our AppID: spends the code by its hash, unless it is null
 * because it is spent already, keeps the session_key WeChat just gave, opens a session, ends the one the request
 * carried, counts and records it. One statement, hence one round trip and one commit, because every launch of every
 * device does this. Gives null when nobody is recognised; rejects with 400 for a code that was spent before, and with
 * 429 beyond the limit per openid.
 */
export const signInKnown = async (
  context: Context,
  person: WechatSession,
  { recognition, loginMethod }: SignIn,
  codeHash: string | null,
  origin: Origin,
): Promise<SignedIn | null> => {
  const { db, clock, settings } = context
  const { openid, unionid } = person
  const { grant, row } = openSession(loginMethod, origin, clock.now())

  const [found] = await statements[recognition](db).execute({
    codeHash,
    appid: settings.wechat.appid,
    openid,
    unionid,
    sessionKey: sealSessionKey(context, person),
    sessionId: row.id,
    tokenHash: row.tokenHash,
    loginMethod: row.loginMethod,
    now: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    ipAddress: row.ipAddress,
    userAgent: row.userAgent,
    replacedHash: origin.presentedTokenHash,
  })
  if (!found?.fresh) throw codeUsed()
  const { isTooOften, user, wechat } = found
  if (isTooOften) throw await holdBack(context, openid)
  return user === null ? null : { account: { user, wechat }, grant }
}

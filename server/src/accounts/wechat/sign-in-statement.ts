import { sql, type SQL } from 'drizzle-orm'
import type { Context } from '../../context'
import { records } from '../../db/batch'
import { sessions, spentCodes, users, wechatIdentities, type LoginMethod } from '../../db/schema'
import { wholeRow } from '../../db/whole-row'
import { SILENT_SIGN_INS_PER_LOOK, oldestSessions } from '../../sessions/most-sessions'
import {
  SESSION_COLUMNS,
  endReplaced,
  openSessions,
  recordSignIns,
  type SessionRecord,
} from '../../sessions/session-parts'
import type { Account, User } from '../users/account'
import { countLogin, hadItsLogins } from './login-limit'
import { newAccounts } from './new-accounts'

/** How a WeChat person is recognised: by openid alone, or only if the account also has this unionid. */
export type Recognition = 'by-openid' | 'by-openid-and-unionid'

/** A sign-in as the statement takes it. */
export interface SignInAttempt extends SessionRecord {
  readonly appid: string
  readonly openid: string
  readonly unionid: string | null
  readonly recognition: Recognition
  /** Whether an account is made for an openid that has none; only where it is recognised by openid. */
  readonly creates: boolean
  /** What to consume; null when there is nothing to consume. */
  readonly code_hash: string | null
  readonly session_key_sealed: string
  readonly session_key_mark: string
  readonly login_method: LoginMethod
}

/** What came of it: no one was recognised where `user` is null. */
export interface SignInOutcome {
  readonly isFresh: boolean
  readonly isTooOften: boolean
  /** The account is blocked, and no session was opened. */
  readonly isBlocked: boolean
  readonly user: User | null
  readonly wechat: Account['wechat']
}

const at = sql.raw('attempt.at')
const isBlocked = sql`(select blocked_at from users where id = identity.user_id) is not null`
const isFresh = sql<boolean>`(attempt.code_hash is null or exists (select from consumed where consumed.code_hash = attempt.code_hash))`

/** Whom a statement lets in: those it recognises, or those who get their account by it as well. */
type Admission = 'known' | 'known-or-new'

const prepared = ({ db, settings }: Pick<Context, 'db' | 'settings'>, admission: Admission) => {
  const { appid } = settings.wechat
  // One order for all processes, so that none waits for a row while another waits for one of its own. That all are of
  // our AppID is no news, but by such a filter PostgreSQL expects few rows, and finds each by its index.
  const attempt = db.$with('attempt', {}).as(
    sql`select * from json_to_recordset(${sql.placeholder('attempts')}::json) as (
          place int, appid text, openid text, unionid text, recognition text, creates boolean, code_hash text, session_key_sealed text, session_key_mark text,
          login_method text, ${SESSION_COLUMNS})
        where appid = ${appid} order by openid`,
  )
  const consumed = db.$with('consumed', {}).as(
    sql`insert into ${spentCodes} (code_hash, spent_at)
        select code_hash, at from attempt where code_hash is not null
        on conflict do nothing returning code_hash`,
  )
  const signedIn = db.$with('signed_in', {}).as(
    sql`update ${wechatIdentities} as identity set unionid = coalesce(attempt.unionid, identity.unionid),
          previous_session_key_sealed = case when identity.session_key_mark is distinct from attempt.session_key_mark
            then identity.session_key_sealed else identity.previous_session_key_sealed end,
          session_key_sealed = attempt.session_key_sealed, session_key_mark = attempt.session_key_mark,
          session_key_at = ${at},
          login_times = login_times + 1, last_login_at = ${at}, ${countLogin(at)}
        from attempt
        where identity.appid = attempt.appid and identity.openid = attempt.openid
          and ${isFresh} and not ${hadItsLogins(at)} and not (${isBlocked})
          and (recognition = 'by-openid' or (select wechat_unionid from users where id = user_id) = attempt.unionid)
        returning attempt.*, user_id, identity.unionid as known_unionid, profile, 'signed_in' as kind,
          login_times % ${sql.raw(String(SILENT_SIGN_INS_PER_LOOK))} = 0 as looks`,
  )
  // Launches create no account, and every part of a statement costs them time.
  const { parts, entered, account } = newAccounts(db, admission === 'known-or-new', isFresh)
  const opened = db.$with('opened', {}).as(openSessions(entered, sql`login_method`))
  const recorded = db.$with('recorded', {}).as(recordSignIns(entered, sql`kind`))
  const replaced = db.$with('replaced', {}).as(endReplaced(entered))
  // Sees the sessions as they were before this statement: the new one comes on top of those that stay.
  const outgrown = db.$with('outgrown', {}).as(
    sql`delete from ${sessions} where id in (
          select oldest.id from signed_in
          cross join lateral (${oldestSessions(
            sql.raw('signed_in.user_id'),
            sql.raw('signed_in.replaced_hash'),
          )}) as oldest
          where looks)`,
  )
  return db
    .with(attempt, consumed, signedIn, ...parts, opened, recorded, replaced, outgrown)
    .select({
      isFresh,
      isTooOften: sql<boolean>`user_id is null and exists (
        select from ${wechatIdentities} as identity
        where identity.appid = attempt.appid and identity.openid = attempt.openid and ${hadItsLogins(at)})`,
      isBlocked: sql<boolean>`user_id is null and exists (
        select from ${wechatIdentities} as identity
        where identity.appid = attempt.appid and identity.openid = attempt.openid and ${isBlocked})`,
      user: wholeRow(users) as SQL<User | null>,
      wechat: sql<Account['wechat']>`case when user_id is not null then
        json_build_object('openid', attempt.openid, 'unionid', known_unionid, 'profile', profile) end`,
    })
    .from(
      sql`attempt left join (select place, user_id, known_unionid, profile from ${entered}) as entered using (place)
        left join lateral (${account} limit 1) as users on true`,
    )
    .orderBy(sql`place`)
    .prepare(admission === 'known' ? 'sign_in' : 'sign_in_or_up')
}

/**
 * Signs in a list of people of whom no two share a row: one statement, hence one round trip and one commit. Each
 * sees its code consumed, its account made if it has none and wants one, its session_key kept, its session opened in
 * the place of the one the request carried and of the oldest beyond the most an account has, all of it counted and
 * recorded; or nothing but the code consumed. Prepared once, returns the outcomes in the order of the attempts.
 * Rejects with the database's unique violation when another process was first with one of the openids.
 */
export const signInStatement = (context: Pick<Context, 'db' | 'settings'>) => {
  const ofKnown = prepared(context, 'known')
  const ofAll = prepared(context, 'known-or-new')
  return (attempts: readonly SignInAttempt[]): Promise<readonly SignInOutcome[]> => {
    const statement = attempts.some(({ creates }) => creates) ? ofAll : ofKnown
    return statement.execute({ attempts: records(attempts) })
  }
}

import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/database'
import { users, wechatIdentities } from '../../db/schema'

type Part = ReturnType<ReturnType<Database['$with']>['as']>

interface NewAccounts {
  /** What comes before the parts that open sessions. */
  readonly parts: readonly Part[]
  /** Whom sessions are opened for: the rows of `signed_in`, and of those who get an account. */
  readonly entered: SQL
  /** Selects the row of the account `user_id`. */
  readonly account: SQL
}

const KNOWN: NewAccounts = {
  parts: [],
  entered: sql`signed_in`,
  account: sql`select * from ${users} where id = user_id`,
}

/**
 * The parts of the sign-in statement that make accounts for those attempts that want one, whose code is fresh by
 * `isFresh` and whose openid has none: the account with its identity, all or nothing. None of them with `isWanted`
 * false.
 */
export const newAccounts = (
  db: Pick<Database, '$with'>,
  isWanted: boolean,
  isFresh: SQL,
): NewAccounts => {
  if (!isWanted) return KNOWN
  const newcomer = db.$with('newcomer', {}).as(
    sql`select attempt.*, nextval(pg_get_serial_sequence('users', 'id')) as user_id, unionid as known_unionid,
          '{}'::jsonb as profile, 'registered' as kind, false as looks
        from attempt where creates and recognition = 'by-openid' and ${isFresh} and not exists (
          select from ${wechatIdentities} as identity
          where identity.appid = attempt.appid and identity.openid = attempt.openid)`,
  )
  const created = db
    .$with('created', {})
    .as(
      sql`insert into ${users} (id, created_at, updated_at) select user_id, at, at from newcomer returning *`,
    )
  const identified = db.$with('identified', {}).as(
    sql`insert into ${wechatIdentities} (appid, openid, unionid, user_id, session_key_sealed, session_key_mark,
          session_key_at, login_times, last_login_at, created_at)
        select appid, openid, unionid, user_id, session_key_sealed, session_key_mark, at, 1, at, at from newcomer`,
  )
  return {
    parts: [newcomer, created, identified],
    entered: sql`(select * from signed_in union all select * from newcomer) as entered`,
    // The rows of this statement are not in the table yet.
    account: sql`select * from ${users} where id = user_id union all select * from created where id = user_id`,
  }
}

import { sql } from 'drizzle-orm'
import type { Context } from '../../context'
import { batch, records } from '../../db/batch'
import { oncePerContext } from '../../db/once-per-context'
import { auditEvents, sessions, users } from '../../db/schema'
import { wholeRow } from '../../db/whole-row'
import { LIMITS, consume } from '../../security/limits'
import { openSession, type ClientInfo } from '../../sessions/session'
import type { SignedIn } from './sign-in-account'

/** An anonymous user as the statement takes it. Moments in ISO 8601. */
interface Newcomer {
  readonly session_id: string
  readonly token_hash: string
  readonly at: string
  readonly expires_at: string
  readonly ip_address: string
  readonly user_agent: string
  readonly replaced_hash: string | null
}

const makeUser = oncePerContext(({ db }: Context) => {
  const newcomer = db.$with('newcomer', {}).as(
    sql`select *, nextval(pg_get_serial_sequence('users', 'id')) as user_id
        from json_to_recordset(${sql.placeholder('newcomers')}::json) as (
          place int, session_id uuid, token_hash text, at timestamptz, expires_at timestamptz, ip_address text,
          user_agent text, replaced_hash text)`,
  )
  const created = db.$with('created', {}).as(
    sql`insert into ${users} (id, is_anonymous, created_at, updated_at) select user_id, true, at, at from newcomer
        returning *`,
  )
  const replaced = db
    .$with('replaced', {})
    .as(sql`delete from ${sessions} where token_hash in (select replaced_hash from newcomer)`)
  const opened = db.$with('opened', {}).as(
    sql`insert into ${sessions} (id, token_hash, user_id, login_method, created_at, expires_at, ip_address, user_agent)
        select session_id, token_hash, user_id, 'anonymous', at, expires_at, ip_address, user_agent from newcomer`,
  )
  const recorded = db.$with('recorded', {}).as(
    sql`insert into ${auditEvents} (at, user_id, kind, ip_address)
        select at, user_id, 'signed_in', ip_address from newcomer`,
  )
  const statement = db
    .with(newcomer, created, replaced, opened, recorded)
    .select({ user: wholeRow(users) })
    .from(sql`newcomer join created as users on users.id = user_id`)
    .orderBy(sql`place`)
    .prepare('anonymous_sign_up')

  return batch({
    ask: async (newcomers: readonly Newcomer[]) =>
      (await statement.execute({ newcomers: records(newcomers) })).map(({ user }) => user),
    most: 32,
    patienceMs: 100,
    rowsOf: ({ replaced_hash }) => (replaced_hash === null ? [] : [replaced_hash]),
  })
})

/**
 * Makes a user without credentials yet (docs/protocol.md 4.4); `register` can turn it into an account. In the place of the
 * session the request carried; one statement, which those of the same moment share.
 */
export const anonymousLogin = async (context: Context, client: ClientInfo): Promise<SignedIn> => {
  await consume(context, LIMITS.registrationPerAddress, client.ipAddress)
  const { sessionToken, row } = openSession('anonymous', client, context.clock.now())
  const user = await makeUser(context)({
    session_id: row.id,
    token_hash: row.tokenHash,
    at: row.createdAt.toISOString(),
    expires_at: row.expiresAt.toISOString(),
    ip_address: row.ipAddress,
    user_agent: row.userAgent,
    replaced_hash: client.presentedTokenHash,
  })
  return { account: { user, wechat: null }, sessionToken }
}

import { sql } from 'drizzle-orm'
import type { Context } from '../../context'
import { batch, records } from '../../db/batch'
import { oncePerContext } from '../../db/once-per-context'
import { users } from '../../db/schema'
import { wholeRow } from '../../db/whole-row'
import { LIMITS, consume } from '../../security/limits'
import { openSession, type ClientInfo } from '../../sessions/session'
import {
  SESSION_COLUMNS,
  endReplaced,
  openSessions,
  recordSignIns,
  sessionRecord,
  type SessionRecord,
} from '../../sessions/session-parts'
import type { SignedIn } from './sign-in-account'

const makeUser = oncePerContext(({ db }: Context) => {
  const newcomer = db.$with('newcomer', {}).as(
    sql`select *, nextval(pg_get_serial_sequence('users', 'id')) as user_id
        from json_to_recordset(${sql.placeholder('newcomers')}::json) as (
          place int, ${SESSION_COLUMNS})`,
  )
  const created = db.$with('created', {}).as(
    sql`insert into ${users} (id, is_anonymous, created_at, updated_at) select user_id, true, at, at from newcomer
        returning *`,
  )
  const entered = sql`newcomer`
  const replaced = db.$with('replaced', {}).as(endReplaced(entered))
  const opened = db.$with('opened', {}).as(openSessions(entered, sql`'anonymous'`))
  const recorded = db.$with('recorded', {}).as(recordSignIns(entered, sql`'signed_in'`))
  const statement = db
    .with(newcomer, created, replaced, opened, recorded)
    .select({ user: wholeRow(users) })
    .from(sql`newcomer join created as users on users.id = user_id`)
    .orderBy(sql`place`)
    .prepare('anonymous_sign_up')

  return batch({
    ask: async (newcomers: readonly SessionRecord[]) =>
      (await statement.execute({ newcomers: records(newcomers) })).map(({ user }) => user),
    most: 32,
    patienceMs: 100,
    rowsOf: ({ replaced_hash }) => (replaced_hash === null ? [] : [replaced_hash]),
  })
})

/**
 * Makes a user without credentials yet (docs/protocol.md 4.4); `register` can turn it into an account. In the
 * place of the session the request carried; one statement, which those of the same moment share.
 */
export const anonymousLogin = async (context: Context, client: ClientInfo): Promise<SignedIn> => {
  await consume(context, LIMITS.registrationPerAddress, client.ipAddress)
  const { sessionToken, row } = openSession('anonymous', client, context.clock.now())
  const user = await makeUser(context)(sessionRecord(row, client.presentedTokenHash))
  return { account: { user, wechat: null }, sessionToken }
}

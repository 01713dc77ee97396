import { sql } from 'drizzle-orm'
import type { Account } from '../accounts/users/account'
import { accountBlocked } from '../accounts/users/blocked'
import type { Context } from '../context'
import { batch, records } from '../db/batch'
import { oncePerContext } from '../db/once-per-context'
import { sessions, users, type LoginMethod } from '../db/schema'
import { wholeRow } from '../db/whole-row'
import { unauthorized } from '../errors'
import { noSession } from './no-session'

/** Who is calling: a live session and the whole account it belongs to. */
export interface Caller extends Account {
  readonly sessionId: string
  readonly loginMethod: LoginMethod
  /** When the session began: with credentials, always. */
  readonly signedInAt: Date
}

interface Presented {
  readonly token_hash: string
  /** ISO 8601. */
  readonly at: string
}

// A limit in a lateral join looks every token up by its index, however many rows PostgreSQL expects.
const callerOfToken = oncePerContext(({ db, settings }: Context) => {
  const statement = db
    .select({
      sessionId: sql<string | null>`session.id`,
      loginMethod: sql<LoginMethod>`session.login_method`,
      signedInAt: sql<Date>`session.created_at`.mapWith(sessions.createdAt),
      user: wholeRow(users),
      wechat: sql<Account['wechat']>`row_to_json(wechat)`,
    })
    .from(
      sql`json_to_recordset(${sql.placeholder('presented')}::json) as presented (place int, token_hash text, at timestamptz)
        left join lateral (
          select id, user_id, login_method, created_at from sessions
          where token_hash = presented.token_hash and expires_at > presented.at limit 1
        ) as session on true
        left join lateral (select * from users where id = session.user_id limit 1) as users on true
        left join lateral (
          select openid, unionid, profile from wechat_identities
          where user_id = session.user_id and appid = ${settings.wechat.appid} limit 1
        ) as wechat on true`,
    )
    .orderBy(sql`place`)
    .prepare('callers_of_tokens')

  return batch({
    ask: (presented: readonly Presented[]) => statement.execute({ presented: records(presented) }),
    most: 64,
    patienceMs: 100,
  })
})

/**
 * The caller that a token hash stands for, in one database round trip, which calls of the same moment share.
 * Rejects with 401 when the session is ended, expired or unknown, with 403 when the account is blocked.
 */
export const authenticate = async (context: Context, tokenHash: string | null): Promise<Caller> => {
  if (tokenHash === null) throw unauthorized('session_missing')
  const at = new Date(context.clock.now()).toISOString()
  const { sessionId, ...caller } = await callerOfToken(context)({ token_hash: tokenHash, at })
  if (sessionId === null) throw await noSession(context, tokenHash)
  if (caller.user.blockedAt !== null) throw accountBlocked()
  return { sessionId, ...caller }
}

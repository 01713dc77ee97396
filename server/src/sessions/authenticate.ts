import { and, eq, gt, sql } from 'drizzle-orm'
import { accountColumns, type Account } from '../accounts/account'
import type { Context } from '../context'
import { preparedOnce } from '../db/prepared'
import { sessions, type LoginMethod, users, wechatIdentities } from '../db/schema'
import { wholeRow } from '../db/whole-row'
import { unauthorized } from '../errors'

/** Who is calling: a live session and the whole account it belongs to. */
export interface Caller extends Account {
  readonly sessionId: string
  readonly loginMethod: LoginMethod
}

const callerOfToken = preparedOnce((db) =>
  db
    .select({
      sessionId: sessions.id,
      loginMethod: sessions.loginMethod,
      user: wholeRow(users),
      wechat: accountColumns.wechat,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(
      wechatIdentities,
      and(
        eq(wechatIdentities.userId, users.id),
        eq(wechatIdentities.appid, sql.placeholder('appid')),
      ),
    )
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder('tokenHash')),
        gt(sessions.expiresAt, sql.placeholder('now')),
      ),
    )
    .prepare('caller_of_token'),
)

/**
 * The caller that a token hash stands for, in one database round trip.
 * Rejects with 401 when the session is unknown, ended or expired.
 */
export const authenticate = async (
  { db, clock, settings }: Context,
  tokenHash: string | null,
): Promise<Caller> => {
  if (tokenHash === null) throw unauthorized()
  const [caller] = await callerOfToken(db).execute({
    tokenHash,
    appid: settings.wechat.appid,
    now: new Date(clock.now()).toISOString(),
  })
  if (caller === undefined) throw unauthorized()
  return caller
}

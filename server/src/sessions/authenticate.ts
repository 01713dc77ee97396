import { and, eq, gt } from 'drizzle-orm'
import { accountColumns, type Account } from '../accounts/account'
import type { Context } from '../context'
import { sessions, type LoginMethod, users, wechatIdentities } from '../db/schema'
import { unauthorized } from '../errors'

/** Who is calling: a live session and the whole account it belongs to. */
export interface Caller extends Account {
  readonly sessionId: string
  readonly loginMethod: LoginMethod
}

/**
 * The caller that a token hash stands for, in one database round trip.
 * Rejects with 401 when the session is unknown, ended or expired.
 */
export const authenticate = async (
  { db, clock, settings }: Context,
  tokenHash: string | null,
): Promise<Caller> => {
  if (tokenHash === null) throw unauthorized()
  const [caller] = await db
    .select({ sessionId: sessions.id, loginMethod: sessions.loginMethod, ...accountColumns })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(
      wechatIdentities,
      and(eq(wechatIdentities.userId, users.id), eq(wechatIdentities.appid, settings.wechat.appid)),
    )
    .where(and(eq(sessions.tokenHash, tokenHash), gt(sessions.expiresAt, new Date(clock.now()))))
  if (caller === undefined) throw unauthorized()
  return caller
}

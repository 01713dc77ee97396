import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { Context } from '../context'
import { sessions } from '../db/schema'
import { ApiError } from '../errors'
import { audit } from '../security/audit'
import type { Caller } from '../sessions/authenticate'
import { MOST_SESSIONS } from '../sessions/most-sessions'

const seconds = (moment: Date) => Math.floor(moment.getTime() / 1000)

/** The live sessions of the caller, newest first, the most that an account has. Moments in Unix seconds; no token, no hash. */
export const listSessions = async ({ db, clock }: Context, { user, sessionId }: Caller) => {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, user.id), gt(sessions.expiresAt, new Date(clock.now()))))
    .orderBy(desc(sessions.createdAt))
    .limit(MOST_SESSIONS)
  return rows.map((row) => ({
    id: row.id,
    current: row.id === sessionId,
    login_method: row.loginMethod,
    ip_address: row.ipAddress,
    user_agent: row.userAgent,
    created_at: seconds(row.createdAt),
    expires_at: seconds(row.expiresAt),
  }))
}

/** Ends one session of the caller's, or all but the one that asks. Rejects with 404 when it is none of theirs. */
export const endSessions = async (
  { db, clock }: Context,
  { user, sessionId }: Caller,
  which: { readonly id: string } | 'others',
  ipAddress: string,
): Promise<number> =>
  db.transaction(async (tx) => {
    const chosen = which === 'others' ? ne(sessions.id, sessionId) : eq(sessions.id, which.id)
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, user.id), chosen))
      .returning({ id: sessions.id })
    if (which !== 'others' && ended.length === 0)
      throw new ApiError(404, 'No session of yours has this id.')
    await audit(tx, { kind: 'ended_sessions', userId: user.id, ipAddress, nowMs: clock.now() })
    return ended.length
  })

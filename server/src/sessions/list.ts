import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { Account } from '../accounts/users/account'
import { unixSeconds } from '../clock'
import type { Context } from '../context'
import { sessions } from '../db/schema'
import { ApiError } from '../errors'
import { audit } from '../security/audit'
import { endSessionsWhere } from './end'
import { MOST_LIVE_SESSIONS } from './most-sessions'

/** An account, and the session it is asked about from; null when an operator asks. */
export type SessionOwner = Account & { readonly sessionId: string | null }

/**
 * The live sessions of an account, newest first and the most that one has; none of a blocked one. Moments in Unix
 * seconds; no token, no hash.
 */
export const listSessions = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { user, sessionId }: Pick<SessionOwner, 'user' | 'sessionId'>,
) => {
  if (user.blockedAt !== null) return []
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, user.id), gt(sessions.expiresAt, new Date(clock.now()))))
    .orderBy(desc(sessions.createdAt))
    .limit(MOST_LIVE_SESSIONS)
  return rows.map((row) => ({
    id: row.id,
    current: row.id === sessionId,
    login_method: row.loginMethod,
    ip_address: row.ipAddress,
    user_agent: row.userAgent,
    created_at: unixSeconds(row.createdAt),
    expires_at: unixSeconds(row.expiresAt),
  }))
}

/**
 * Ends one session of an account, or all, or all but the one that asks; returns how many. `actor` is the operator who
 * asks, absent for the owner. Rejects with 404 when the account has no such session.
 */
export const endSessions = async (
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  { user, sessionId }: Pick<SessionOwner, 'user' | 'sessionId'>,
  which: { readonly id: string } | 'others' | 'all',
  ipAddress: string,
  actor: string | null = null,
): Promise<number> =>
  db.transaction(async (tx) => {
    const chosen = typeof which === 'string' ? undefined : eq(sessions.id, which.id)
    const spared = which === 'others' && sessionId !== null ? ne(sessions.id, sessionId) : undefined
    const ended = await endSessionsWhere(tx, and(eq(sessions.userId, user.id), chosen, spared))
    if (typeof which !== 'string' && ended === 0) {
      throw new ApiError('session_not_found', 'No session of yours has this id.')
    }
    const nowMs = clock.now()
    await audit(tx, { kind: 'ended_sessions', userId: user.id, ipAddress, nowMs, actor })
    return ended
  })

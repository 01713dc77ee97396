import { and, eq, ne } from 'drizzle-orm'
import type { Database } from '../db/database'
import { sessions } from '../db/schema'
import type { Caller } from './authenticate'
import { endSessionsWhere } from './end'
import { openSession, type Grant, type Origin } from './session'

/**
 * Ends the sessions of an account after something it is known by changed: a link, a phone, a password.
 * All end but the caller's, which is replaced when its client can take the new token this returns.
 * Returns null for the vendor's SDK, which keeps the token it has.
 */
export const rotateSessions = async (
  db: Pick<Database, 'delete' | 'insert' | 'execute'>,
  { user, sessionId, loginMethod }: Pick<Caller, 'user' | 'sessionId' | 'loginMethod'>,
  origin: Origin,
  nowMs: number,
): Promise<Grant | null> => {
  await endSessionsWhere(db, and(eq(sessions.userId, user.id), ne(sessions.id, sessionId)))
  if (origin.rotation === 'keeps-token') return null
  const { grant, row } = openSession(loginMethod, origin, nowMs)
  await db.delete(sessions).where(eq(sessions.id, sessionId))
  await db.insert(sessions).values({ ...row, userId: user.id })
  return grant
}

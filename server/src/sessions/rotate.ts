import { and, eq, ne } from 'drizzle-orm'
import type { Database } from '../db/database'
import { sessions } from '../db/schema'
import type { Caller } from './authenticate'
import { openSession, type Grant, type Origin } from './session'

/**
 * Ends the sessions of an account after something it is known by changed: a link, a phone, a password.
 * All end but the caller's, and the caller's too when its client can take the new token this gives.
 * Gives null for the vendor's SDK, which keeps the token it has.
 */
export const rotateSessions = async (
  db: Pick<Database, 'delete' | 'insert'>,
  { user, sessionId, loginMethod }: Pick<Caller, 'user' | 'sessionId' | 'loginMethod'>,
  origin: Origin,
  nowMs: number,
): Promise<Grant | null> => {
  if (origin.rotation === 'keeps-token') {
    await db.delete(sessions).where(and(eq(sessions.userId, user.id), ne(sessions.id, sessionId)))
    return null
  }
  const { grant, row } = openSession(loginMethod, origin, nowMs)
  await db.delete(sessions).where(eq(sessions.userId, user.id))
  await db.insert(sessions).values({ ...row, userId: user.id })
  return grant
}

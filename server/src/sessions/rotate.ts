import { and, eq, ne } from 'drizzle-orm'
import type { Database } from '../db/database'
import { sessions } from '../db/schema'
import type { Account } from '../accounts/users/account'
import type { Caller } from './authenticate'
import { endSessionsWhere } from './end'
import { openSession, type SessionToken, type ClientInfo } from './session'

/** An account after a change that ended its other sessions, with the token that replaces the caller's. */
export interface Changed {
  readonly account: Account
  /** null: the client keeps its token, see `rotateSessions`. */
  readonly sessionToken: SessionToken | null
}

/**
 * Ends the sessions of an account after something it is known by changed: a link, a phone, a password.
 * All end but the caller's, which is replaced when its client can take the new token this returns.
 * Returns null for the vendor's SDK, which keeps the token it has.
 */
export const rotateSessions = async (
  db: Pick<Database, 'delete' | 'insert' | 'execute'>,
  { user, sessionId, loginMethod }: Pick<Caller, 'user' | 'sessionId' | 'loginMethod'>,
  client: ClientInfo,
  nowMs: number,
): Promise<SessionToken | null> => {
  await endSessionsWhere(db, and(eq(sessions.userId, user.id), ne(sessions.id, sessionId)))
  if (client.rotation === 'keeps-token') return null
  const { sessionToken, row } = openSession(loginMethod, client, nowMs)
  await db.delete(sessions).where(eq(sessions.id, sessionId))
  await db.insert(sessions).values({ ...row, userId: user.id })
  return sessionToken
}

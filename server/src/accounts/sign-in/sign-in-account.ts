import { eq, sql } from 'drizzle-orm'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { sessions, type LoginMethod } from '../../db/schema'
import { audit, type AuditKind } from '../../security/audit'
import { oldestSessions } from '../../sessions/most-sessions'
import { openSession, type SessionToken, type ClientInfo } from '../../sessions/session'
import type { Account } from '../users/account'
import { refuseBlocked } from '../users/blocked'
import { rememberDevice } from './known-devices'

/** A sign-in that went through. */
export interface SignedIn {
  readonly account: Account
  readonly sessionToken: SessionToken
}

/**
 * Opens a session of an account that has just presented its credentials, remembers the device, and ends the session
 * the request carried and the oldest beyond the most an account has. Rejects with 403 for a blocked account.
 */
export const signInAccount = async (
  tx: Pick<Database, 'select' | 'insert' | 'delete' | 'execute'>,
  context: Pick<Context, 'clock' | 'vault'>,
  userId: number,
  { method, kind, client }: { method: LoginMethod; kind: AuditKind; client: ClientInfo },
): Promise<SessionToken> => {
  await refuseBlocked(tx, userId)
  const nowMs = context.clock.now()
  const { sessionToken, row } = openSession(method, client, nowMs)
  if (client.presentedTokenHash !== null)
    await tx.delete(sessions).where(eq(sessions.tokenHash, client.presentedTokenHash))
  await tx.delete(sessions).where(sql`id in (${oldestSessions(userId)})`)
  await tx.insert(sessions).values({ ...row, userId })
  await audit(tx, { kind, userId, ipAddress: client.ipAddress, nowMs })
  // An anonymous user has no credentials that could be guessed.
  if (method !== 'anonymous') await rememberDevice(tx, context, userId, client)
  return sessionToken
}

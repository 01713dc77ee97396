import { eq, sql } from 'drizzle-orm'
import type { Context } from '../context'
import type { Database } from '../db/database'
import { sessions, type LoginMethod } from '../db/schema'
import { audit, type AuditKind } from '../security/audit'
import { oldestSessions } from '../sessions/most-sessions'
import { openSession, type Grant, type Origin } from '../sessions/session'
import { refuseBlocked } from './blocked'
import { rememberDevice } from './known-devices'

/**
 * Opens a session of an account that has just presented its credentials, remembers the device, and ends the session
 * the request carried and the oldest beyond the most an account has. Rejects with 403 for a blocked account.
 */
export const signInAccount = async (
  tx: Pick<Database, 'select' | 'insert' | 'delete' | 'execute'>,
  context: Pick<Context, 'clock' | 'vault'>,
  userId: number,
  { method, kind, origin }: { method: LoginMethod; kind: AuditKind; origin: Origin },
): Promise<Grant> => {
  await refuseBlocked(tx, userId)
  const nowMs = context.clock.now()
  const { grant, row } = openSession(method, origin, nowMs)
  if (origin.presentedTokenHash !== null)
    await tx.delete(sessions).where(eq(sessions.tokenHash, origin.presentedTokenHash))
  await tx.delete(sessions).where(sql`id in (${oldestSessions(userId)})`)
  await tx.insert(sessions).values({ ...row, userId })
  await audit(tx, { kind, userId, ipAddress: origin.ipAddress, nowMs })
  // An anonymous user has no credentials that could be guessed.
  if (method !== 'anonymous') await rememberDevice(tx, context, userId, origin)
  return grant
}

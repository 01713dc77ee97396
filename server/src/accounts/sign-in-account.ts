import { eq, sql } from 'drizzle-orm'
import type { Context } from '../context'
import type { Database } from '../db/database'
import { sessions, type LoginMethod } from '../db/schema'
import { audit, type AuditKind } from '../security/audit'
import { oldestSessions } from '../sessions/most-sessions'
import { openSession, type Grant, type Origin } from '../sessions/session'

/**
 * Opens a session of an account that has just proved itself, and ends the one the request carried and the oldest
 * beyond the most an account has.
 */
export const signInAccount = async (
  tx: Pick<Database, 'insert' | 'delete'>,
  { clock }: Pick<Context, 'clock'>,
  userId: number,
  { method, kind, origin }: { method: LoginMethod; kind: AuditKind; origin: Origin },
): Promise<Grant> => {
  const nowMs = clock.now()
  const { grant, row } = openSession(method, origin, nowMs)
  if (origin.presentedTokenHash !== null)
    await tx.delete(sessions).where(eq(sessions.tokenHash, origin.presentedTokenHash))
  await tx.delete(sessions).where(sql`id in (${oldestSessions(userId)})`)
  await tx.insert(sessions).values({ ...row, userId })
  await audit(tx, { kind, userId, ipAddress: origin.ipAddress, nowMs })
  return grant
}

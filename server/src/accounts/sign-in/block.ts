import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Context } from '../../context'
import { sessions, users } from '../../db/schema'
import { audit } from '../../security/audit'
import { endSessionsWhere } from '../../sessions/end'

type Blocking = Pick<Context, 'db' | 'clock'>

/**
 * Blocks an account for `actor`: from now on each of its sessions and sign-ins is answered with 403. The rows of its
 * sessions stay until it is unblocked, so that a device learns why it was signed out; they open nothing any more.
 * Returns false when it was blocked already.
 */
export const blockAccount = ({ db, clock }: Blocking, userId: number, actor: string) =>
  db.transaction(async (tx) => {
    const nowMs = clock.now()
    const changed = await tx
      .update(users)
      .set({ blockedAt: new Date(nowMs) })
      .where(and(eq(users.id, userId), isNull(users.blockedAt)))
      .returning({ id: users.id })
    if (changed.length === 0) return false
    await audit(tx, { kind: 'blocked', userId, ipAddress: '', nowMs, actor })
    return true
  })

/**
 * Lets a blocked account sign in again, for `actor`. Every session from before is ended. Returns false when it was
 * not blocked.
 */
export const unblockAccount = ({ db, clock }: Blocking, userId: number, actor: string) =>
  db.transaction(async (tx) => {
    const changed = await tx
      .update(users)
      .set({ blockedAt: null })
      .where(and(eq(users.id, userId), isNotNull(users.blockedAt)))
      .returning({ id: users.id })
    if (changed.length === 0) return false
    await endSessionsWhere(tx, eq(sessions.userId, userId))
    await audit(tx, { kind: 'unblocked', userId, ipAddress: '', nowMs: clock.now(), actor })
    return true
  })

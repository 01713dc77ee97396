import { eq, inArray } from 'drizzle-orm'
import type { Context } from '../context'
import type { Database } from '../db/database'
import { rateLimits, smsCodes, users, wechatIdentities } from '../db/schema'
import { audit } from '../security/audit'
import { LIMITS, limitKey } from '../security/limits'
import { openPhone } from '../security/phone'
import { foldUsername } from '../security/username'

/**
 * Removes an account and everything held about it. Identities, sessions, links, files, checks and the
 * audit trail go with the user row; counters and codes that were kept under keyed hashes go by key. `actor` is the
 * operator who does it, absent for the owner: that is kept, without a word about whose account it was.
 */
export const eraseAccount = async (
  context: Pick<Context, 'db' | 'vault' | 'clock'>,
  userId: number,
  actor: string | null = null,
): Promise<void> =>
  context.db.transaction(async (tx) => {
    const openids = await tx
      .select({ openid: wechatIdentities.openid })
      .from(wechatIdentities)
      .where(eq(wechatIdentities.userId, userId))
    const [user] = await tx.delete(users).where(eq(users.id, userId)).returning()
    if (user === undefined) return
    const nowMs = context.clock.now()
    if (actor !== null)
      await audit(tx, { kind: 'erased', userId: null, ipAddress: '', nowMs, actor })
    if (user.phoneIndex !== null)
      await tx.delete(smsCodes).where(eq(smsCodes.phoneIndex, user.phoneIndex))
    await forgetCounters(context, tx, [
      String(userId),
      `id:${userId}`,
      ...openids.map(({ openid }) => openid),
      ...(user.username === null ? [] : [`username:${foldUsername(user.username)}`]),
      ...(user.email === null ? [] : [user.email, `email:${user.email}`]),
      ...(user.phoneSealed === null
        ? []
        : phoneSubjects(openPhone(context.vault, user.phoneSealed))),
    ])
  })

const phoneSubjects = (phone: string) => [phone, `phone:${phone}`]

const forgetCounters = async (
  context: Pick<Context, 'vault'>,
  tx: Pick<Database, 'delete'>,
  subjects: readonly string[],
): Promise<void> => {
  const keys = Object.values(LIMITS).flatMap((limit) =>
    subjects.map((subject) => limitKey(context, limit, subject)),
  )
  await tx.delete(rateLimits).where(inArray(rateLimits.key, keys))
}

import { eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { deleteInBatches } from '../../db/delete-in-batches'
import {
  auditEvents,
  rateLimits,
  sessions,
  smsCodes,
  users,
  wechatIdentities,
} from '../../db/schema'
import { imageChecks } from '../../db/schema-files'
import { scrubDeletedRows } from '../../db/scrub'
import { deleteFiles } from '../../files/delete-files'
import { audit } from '../../security/audit'
import { limitKey } from '../../security/buckets'
import { LIMITS } from '../../security/limits'
import { openPhone } from '../../security/phone'
import { foldUsername } from '../../security/username'
import type { User } from '../users/account'

// What an account may have thousands of goes first, in statements that others need not wait for.
const eraseManyRows = async (
  context: Pick<Context, 'db' | 'settings'>,
  userId: number,
): Promise<void> => {
  const owned = sql`user_id = ${userId}`
  await deleteInBatches(context, auditEvents, owned)
  await deleteInBatches(context, imageChecks, owned)
  await deleteFiles(context, owned)
}

/**
 * Removes an account and everything held about it. What modules hold, its audit trail, files and checks go first,
 * then, at one moment, the account: identities, sessions and links go with the user row; counters and codes that
 * were kept under keyed hashes go by key. What is left of it all in the files of an embedded database goes in the
 * background. An account whose erasure was cut short is there still, and may be erased again. `actor` is the
 * operator who does it, absent for the owner: that is kept, without a word about whose account it was.
 */
export const eraseAccount = async (
  context: Pick<Context, 'db' | 'vault' | 'clock' | 'settings' | 'background' | 'holdings'>,
  userId: number,
  actor: string | null = null,
): Promise<void> => {
  const { db, settings, background } = context
  for (const { erase } of context.holdings) await erase(context, userId)
  await eraseManyRows(context, userId)
  await db.transaction(async (tx) => {
    await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update')
    // Before the account: who holds a row of these is about to refer to the account (docs/decisions/0017).
    const openids = await tx
      .delete(wechatIdentities)
      .where(eq(wechatIdentities.userId, userId))
      .returning({ openid: wechatIdentities.openid })
    await tx.delete(sessions).where(eq(sessions.userId, userId))
    const [user] = await tx.delete(users).where(eq(users.id, userId)).returning()
    if (user === undefined) return
    const nowMs = context.clock.now()
    if (actor !== null) {
      await audit(tx, { kind: 'erased', userId: null, ipAddress: '', nowMs, actor })
    }
    if (user.phoneIndex !== null && user.phoneVerified) {
      await tx.delete(smsCodes).where(eq(smsCodes.phoneIndex, user.phoneIndex))
    }
    await forgetCounters(context, tx, [
      String(userId),
      `id:${userId}`,
      ...openids.map(({ openid }) => openid),
      ...(user.username === null ? [] : [`username:${foldUsername(user.username)}`]),
      ...verifiedSubjects(context, user),
    ])
  })
  if (settings.database.kind === 'embedded') background.run(() => scrubDeletedRows(db))
}

// What is only claimed may be another person's, and so may the codes sent to it and what is counted about it
// (docs/decisions/0011, O1).
const verifiedSubjects = (
  { vault }: Pick<Context, 'vault'>,
  { email, emailVerified, phoneSealed, phoneVerified }: User,
): string[] => {
  const phone = phoneSealed !== null && phoneVerified ? openPhone(vault, phoneSealed) : null
  return [
    ...(email !== null && emailVerified ? [email, `email:${email}`] : []),
    ...(phone === null ? [] : [phone, `phone:${phone}`]),
  ]
}

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

import { eq, sql } from 'drizzle-orm'
import type { Context } from '../context'
import { deleteInBatches } from '../db/delete-in-batches'
import { emailCodes, emailLinks, knownDevices, users } from '../db/schema'
import { imageChecks } from '../db/schema-files'
import { keptIdentifiers } from '../db/schema-identifiers'
import { pendingTextChecks } from '../db/schema-wechat'
import { scrubDeletedRows } from '../db/scrub'
import { deleteFiles } from '../files/delete-files'
import { NO_NEXT_PHONE } from '../security/phone'

const NOTHING_TYPED = {
  nickname: '',
  avatar: '',
  gender: 0,
  language: '',
  city: '',
  province: '',
  country: '',
  username: null,
  usernameFolded: null,
  email: null,
  nextEmail: null,
  passwordHash: null,
  phoneSealed: null,
  phoneIndex: null,
  ...NO_NEXT_PHONE,
  custom: {},
} as const

const SMALL = [emailCodes, emailLinks, knownDevices, keptIdentifiers, pendingTextChecks] as const

/**
 * Deletes what a blocked account without a sign-in method of its own holds, but for its row, its WeChat and the audit
 * trail, which says who blocked it. The block holds until an operator lifts it or erases the account.
 */
export const emptyBlockedAccount = async (context: Context, userId: number): Promise<void> => {
  const { db, settings, background } = context
  for (const { erase } of context.holdings) await erase(context, userId)
  const owned = sql`user_id = ${userId}`
  await deleteInBatches(context, imageChecks, owned)
  await deleteFiles(context, owned)
  await db.transaction(async (tx) => {
    await tx.update(users).set(NOTHING_TYPED).where(eq(users.id, userId))
    for (const table of SMALL) await tx.delete(table).where(eq(table.userId, userId))
  })
  if (settings.database.kind === 'embedded') background.run(() => scrubDeletedRows(db))
}

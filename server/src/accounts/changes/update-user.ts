import { eq } from 'drizzle-orm'
import type { Context } from '../../context'
import { users } from '../../db/schema'
import { holdSession } from '../../sessions/hold-session'
import type { Account, User } from '../users/account'
import { applyOperator } from '../users/operators'
import { assertFits, readSentFields, type SentFields } from './sent-fields'

/** The columns after what was sent, operators applied to what is held. */
const changed = (held: User, { columns, custom }: SentFields): Partial<User> => {
  const after: Record<string, unknown> = { ...held.custom }
  for (const [name, value] of custom) {
    // An object answers names such as toString from its prototype.
    after[name] = applyOperator(name, Object.hasOwn(after, name) ? after[name] : undefined, value)
  }
  assertFits(after)
  return { ...columns, custom: after }
}

/**
 * Sets fields of the caller's own user (docs/protocol.md 4.9), operators included; returns the account after it.
 * The row is locked, so operators of two requests at once both count. Rejects with 400 what may not be set here, and
 * as `holdSession` once the session of this token hash is over.
 */
export const updateUser = async (
  context: Context,
  { user, wechat }: Account,
  changes: Readonly<Record<string, unknown>>,
  tokenHash: string | null,
): Promise<Account> => {
  const sent = readSentFields(changes)
  return context.db.transaction(async (tx) => {
    const held = await holdSession(tx, context, user.id, tokenHash)
    const [updated] = await tx
      .update(users)
      .set({ ...changed(held, sent), updatedAt: new Date(context.clock.now()) })
      .where(eq(users.id, user.id))
      .returning()
    return { user: updated ?? held, wechat }
  })
}

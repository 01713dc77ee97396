import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database'
import { users } from '../../db/schema'

/**
 * Notes that the number an account has from WeChat was verified by a text message as well: it is the person's own now,
 * which WeChat's revocation does not take back (docs/protocol.md 11.3).
 */
export const keepAsOwn = async (
  db: Pick<Database, 'update'>,
  userId: number,
  phoneIndex: string | null,
): Promise<void> => {
  await db
    .update(users)
    .set({ phoneFromWechat: false })
    .where(
      and(
        eq(users.id, userId),
        eq(users.phoneFromWechat, true),
        eq(users.phoneIndex, phoneIndex ?? ''),
      ),
    )
}

import { eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database'
import { users } from '../db/schema'
import { files } from '../db/schema-files'
import { ApiError } from '../errors'
import { dropBytes, dropOldestUnshown } from './drop-files'

const MEGABYTES = 200
/** An account keeps so many bytes of files. */
const MOST_BYTES = MEGABYTES * 1024 * 1024
// A picture is uploaded before the note that will show it is saved.
const ABANDONED_MS = 3_600_000

type Writing = Pick<Database, 'select' | 'execute'>

/**
 * Called with a new file in the table. Beyond a hundred files that nothing shows, the oldest go. Beyond 200 MB,
 * those go that nothing has shown for an hour, then those of what was deleted and could be restored; never the
 * avatar. Rejects with 413 when that is not enough. Locks the account, so that uploads of the same moment are
 * counted together.
 */
export const makeRoom = async (tx: Writing, userId: number, nowMs: number): Promise<void> => {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update')
  await dropOldestUnshown(tx, userId)
  const [kept] = await tx
    .select({ bytes: sql<number>`coalesce(sum(size), 0)::float8` })
    .from(files)
    .where(eq(files.userId, userId))
  const over = (kept?.bytes ?? 0) - MOST_BYTES
  if (over <= 0) return
  const freed = await dropBytes(tx, userId, over, new Date(nowMs - ABANDONED_MS))
  if (freed < over) {
    throw new ApiError(
      'storage_full',
      `An account keeps at most ${MEGABYTES} MB of files: delete what shows some.`,
    )
  }
}

import { eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database'
import { users } from '../db/schema'
import { fileHolds, files } from '../db/schema-files'
import { ApiError } from '../errors'

/** An account keeps so many files that nothing shows; the oldest makes room. */
const MOST_UNSHOWN = 100
const MEGABYTES = 200
/** An account keeps so many bytes of files. */
export const MOST_BYTES = MEGABYTES * 1024 * 1024
// A picture is uploaded before the note that will show it is saved.
const ABANDONED_MS = 3_600_000

type Writing = Pick<Database, 'select' | 'execute'>

const dropOldestUnshown = async (tx: Writing, userId: number): Promise<void> => {
  await tx.execute(sql`
    delete from ${files} where id in (
      select file.id from ${files} file join ${users} owner on owner.id = file.user_id
      where file.user_id = ${userId} and owner.avatar not like '%' || file.id || '%'
        and not exists (select from ${fileHolds} hold where hold.file_id = file.id)
      order by file.created_at desc, file.id offset ${MOST_UNSHOWN} for update of file skip locked
    )`)
}

/** Deletes files until `over` bytes are free, as far as there are any that may go; returns the bytes it freed. */
const dropBytes = async (
  tx: Writing,
  userId: number,
  over: number,
  abandonedBefore: Date,
): Promise<number> => {
  const { rows } = await tx.execute<{ freed: number }>(sql`
    with spare as (
      select file.id, file.size, file.created_at,
        exists (select from ${fileHolds} hold where hold.file_id = file.id) as is_held
      from ${files} file join ${users} owner on owner.id = file.user_id
      where file.user_id = ${userId} and owner.avatar not like '%' || file.id || '%'
        and not exists (select from ${fileHolds} hold where hold.file_id = file.id and not yields)
        and (file.created_at <= ${abandonedBefore.toISOString()}
          or exists (select from ${fileHolds} hold where hold.file_id = file.id))
      for update of file skip locked
    ), ranked as (
      select id, sum(size) over (order by is_held, created_at, id) - size as freed_before from spare
    ), gone as (
      delete from ${files} where id in (select id from ranked where freed_before < ${over}) returning size
    )
    select coalesce(sum(size), 0)::float8 as freed from gone`)
  return rows[0]?.freed ?? 0
}

/**
 * Called with a new file in the table. Beyond a hundred files that nothing shows, the oldest go. Beyond 200 MB, those
 * go that nothing has shown for an hour, then those of what was deleted and could be restored. Rejects with 413 when that is not enough. Never the avatar.
 * Locks the account, so that uploads of the same moment are counted together.
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
  if (freed < over)
    throw new ApiError(
      'storage_full',
      `An account keeps at most ${MEGABYTES} MB of files: delete what shows some.`,
    )
}

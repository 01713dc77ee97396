import { sql } from 'drizzle-orm'
import type { Database } from '../db/database'
import { fileHolds, files } from '../db/schema-files'
import { isAvatar } from './avatar'

const MOST_UNSHOWN = 100

type Writing = Pick<Database, 'execute'>

/** Deletes the files of a user that nothing shows, beyond the newest hundred. Never the avatar. */
export const dropOldestUnshown = async (tx: Writing, userId: number): Promise<void> => {
  await tx.execute(sql`
    delete from ${files} where id in (
      select file.id from ${files} file
      where file.user_id = ${userId} and not ${isAvatar(sql`file`)}
        and not exists (select from ${fileHolds} hold where hold.file_id = file.id)
      order by file.created_at desc, file.id offset ${MOST_UNSHOWN} for update of file skip locked
    )`)
}

/**
 * Deletes files until `over` bytes are free, as far as there are any that may go: those that nothing shows and that
 * are older than `abandonedBefore`, then those that are only held until room is needed. Returns the bytes it freed.
 */
export const dropBytes = async (
  tx: Writing,
  userId: number,
  over: number,
  abandonedBefore: Date,
): Promise<number> => {
  const { rows } = await tx.execute<{ freed: number | null }>(sql`
    with spare as (
      select file.id, file.size, file.created_at,
        exists (select from ${fileHolds} hold where hold.file_id = file.id) as is_held
      from ${files} file
      where file.user_id = ${userId} and not ${isAvatar(sql`file`)}
        and not exists (select from ${fileHolds} hold where hold.file_id = file.id and not yields)
        and (file.created_at <= ${abandonedBefore.toISOString()} or exists (select from ${fileHolds} hold where hold.file_id = file.id))
      for update of file skip locked), ranked as (
      select id, sum(size) over (order by is_held, created_at, id) - size as freed_before from spare), gone as (
      delete from ${files} where id in (select id from ranked where freed_before < ${over}) returning size
    )
    select sum(size)::float8 as freed from gone`)
  return rows[0]?.freed ?? 0
}

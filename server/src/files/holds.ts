import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { Database } from '../db/database'
import { fileHolds, files } from '../db/schema-files'
import { ApiError } from '../errors'
import { isAvatar } from './avatar'

type Writing = Pick<Database, 'select' | 'insert' | 'delete' | 'execute'>

/**
 * Says which files of a user `holder` shows from now on, and no others: they make no room for later uploads. Rejects
 * with 404 for a file that is not the user's.
 */
export const holdFiles = async (
  tx: Writing,
  userId: number,
  holder: string,
  ids: readonly string[],
): Promise<void> => {
  const wanted = [...new Set(ids)]
  const own = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.userId, userId), inArray(files.id, wanted)))
    // An upload that makes room meanwhile deletes none of them.
    .for('key share')
  if (own.length < wanted.length) throw new ApiError('file_not_found', 'No such file of yours.')
  await tx
    .delete(fileHolds)
    .where(and(eq(fileHolds.holder, holder), notInArray(fileHolds.fileId, wanted)))
  if (wanted.length === 0) return
  await tx
    .insert(fileHolds)
    .values(wanted.map((fileId) => ({ fileId, holder })))
    .onConflictDoNothing()
}

/** Deletes the files that `holder` shows and nothing else does. Never the avatar. */
export const deleteHeldFiles = async (tx: Writing, holder: string): Promise<void> => {
  await tx.execute(sql`
    delete from ${files} where id in (select file_id from ${fileHolds} where holder = ${holder})
      and not exists (select from ${fileHolds} other where other.file_id = files.id and other.holder <> ${holder})
      and not ${isAvatar(sql`files`)}`)
  await tx.delete(fileHolds).where(eq(fileHolds.holder, holder))
}

/** Says whether the files that `holder` shows may go when their account has no other room; once it is restored, not. */
export const yieldHeldFiles = async (
  tx: Pick<Database, 'update'>,
  holder: string,
  yields: boolean,
): Promise<void> => {
  await tx.update(fileHolds).set({ yields }).where(eq(fileHolds.holder, holder))
}

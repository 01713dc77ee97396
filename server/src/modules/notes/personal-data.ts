import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import { deleteInBatches } from '../../db/delete-in-batches'
import { deleteHeldFiles } from '../../files/holds'
import { reset } from '../../security/buckets'
import type { DataAccess } from '../holdings'
import { NOTE_WRITES } from './check-note'
import { pictureIdsOf } from './pictures'
import { holderOf, notesTable, type Note } from './table'

const PAGE = 100
const UNDO_MS = 30 * 24 * 3_600_000

const shown = (
  { id, title, body, shareId, version, createdAt, updatedAt, deletedAt }: Note,
  pictures: readonly string[],
) => ({
  id,
  title,
  body,
  pictures,
  share_id: shareId,
  version,
  created_at: createdAt,
  updated_at: updatedAt,
  deleted_at: deletedAt,
})

/**
 * All notes of a user, the deleted ones that can still be restored too. Their pictures by the ids of the account's
 * files, which the core exports.
 */
export async function* exportNotes({ db }: DataAccess, userId: number) {
  for (let last: string | null = null; ;) {
    const rows: Note[] = await db
      .select()
      .from(notesTable)
      .where(
        and(eq(notesTable.userId, userId), last === null ? undefined : gt(notesTable.id, last)),
      )
      .orderBy(asc(notesTable.id))
      .limit(PAGE)
    if (rows.length > 0) {
      const pictures = await pictureIdsOf(db, rows)
      yield rows.map((note) => shown(note, pictures(note)))
    }
    last = rows.at(-1)?.id ?? null
    if (rows.length < PAGE || last === null) return
  }
}

/** Deletes all notes of a user. Their pictures are files of the account, which the core deletes. */
export const eraseNotes = async (access: DataAccess, userId: number): Promise<void> => {
  await deleteInBatches(access, notesTable, sql`user_id = ${userId}`)
  await reset(access, [{ limit: NOTE_WRITES, subject: String(userId) }])
}

/** Forgets notes thirty days after they were deleted, with the pictures that nothing else shows. */
export const sweepNotes = async (access: DataAccess, stop?: AbortSignal): Promise<void> => {
  const { db, clock } = access
  const before = new Date(clock.now() - UNDO_MS)
  while (stop?.aborted !== true) {
    const [due] = await db
      .select({ id: notesTable.id })
      .from(notesTable)
      .where(lte(notesTable.deletedAt, before))
      .orderBy(asc(notesTable.deletedAt))
      .limit(1)
    if (due === undefined) return
    await db.transaction(async (tx) => {
      // Restored meanwhile, it stays.
      const gone = await tx
        .delete(notesTable)
        .where(and(eq(notesTable.id, due.id), lte(notesTable.deletedAt, before)))
        .returning({ id: notesTable.id })
      if (gone.length > 0) await deleteHeldFiles(tx, holderOf(due.id))
    })
  }
}

import { and, asc, count, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Database } from '../../db/database'
import { users } from '../../db/schema'
import { deleteHeldFiles } from '../../files/holds'
import { noteError } from './errors'
import { holderOf, notesTable } from './table'

const MOST_NOTES = 500

type Writing = Pick<Database, 'select' | 'insert' | 'delete' | 'execute'>

/**
 * Called with a new note in the table: beyond five hundred, what the person deleted longest ago is gone for good.
 * Throws 400 when none of the others is deleted. Locks the account, so that notes of the same moment are counted
 * together.
 */
export const makeRoom = async (tx: Writing, userId: number): Promise<void> => {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update')
  const isTheirs = eq(notesTable.userId, userId)
  const [held] = await tx.select({ notes: count() }).from(notesTable).where(isTheirs)
  const over = (held?.notes ?? 0) - MOST_NOTES
  if (over <= 0) return
  const oldest = tx
    .select({ id: notesTable.id })
    .from(notesTable)
    .where(and(isTheirs, isNotNull(notesTable.deletedAt)))
    .orderBy(asc(notesTable.deletedAt))
    .limit(over)
  const gone = await tx
    .delete(notesTable)
    .where(inArray(notesTable.id, oldest))
    .returning({ id: notesTable.id })
  for (const { id } of gone) await deleteHeldFiles(tx, holderOf(id))
  if (gone.length < over) {
    throw noteError('notes_full', `An account holds at most ${MOST_NOTES} notes.`)
  }
}

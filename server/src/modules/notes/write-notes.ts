import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../context'
import type { CodedError } from '../../errors'
import { holdFiles, yieldHeldFiles } from '../../files/holds'
import { noNote, noteError } from './errors'
import { makeRoom } from './make-room'
import { ownNote } from './read-notes'
import type { NoteText } from './schemas'
import { holderOf, notesTable, type Note } from './table'

type Writing = Pick<Context, 'db' | 'clock'>

/**
 * Keeps a new note. The id may be the app's: sent twice, the note is there once, as it was first. Rejects with 400
 * beyond five hundred notes that are not deleted, with 404 for a picture that is not the person's, with 409 for an
 * id that is taken.
 */
export const createNote = async (
  { db, clock }: Writing,
  userId: number,
  { id = randomUUID(), title, body, pictures }: NoteText & { readonly id?: string | undefined },
): Promise<Note> =>
  db.transaction(async (tx) => {
    const now = new Date(clock.now())
    const [made] = await tx
      .insert(notesTable)
      .values({ id, userId, title, body, version: 1, createdAt: now, updatedAt: now })
      .onConflictDoNothing()
      .returning()
    if (made === undefined) {
      const [earlier] = await tx.select().from(notesTable).where(ownNote(id, userId))
      if (earlier === undefined) {
        throw noteError('note_conflict', 'This id is taken: choose another.')
      }
      return earlier
    }
    await makeRoom(tx, userId)
    await holdFiles(tx, userId, holderOf(id), pictures)
    return made
  })

/** The 409 of a note that is another by now, the 404 of none. */
const notAsItWas = async (
  db: Pick<Context['db'], 'select'>,
  userId: number,
  id: string,
): Promise<CodedError> => {
  const [there] = await db.select({ id: notesTable.id }).from(notesTable).where(ownNote(id, userId))
  return there === undefined
    ? noNote()
    : noteError('note_conflict', 'This note was edited elsewhere: read it again before saving.')
}

/**
 * Changes a note that is still as it was when the person began to edit. Rejects with 409 when it was edited elsewhere,
 * which loses no text; with 404 for none of theirs.
 */
export const changeNote = async (
  { db, clock }: Writing,
  userId: number,
  id: string,
  { title, body, pictures, version }: NoteText & { readonly version: number },
): Promise<Note> =>
  db.transaction(async (tx) => {
    const [changed] = await tx
      .update(notesTable)
      .set({ title, body, version: version + 1, updatedAt: new Date(clock.now()) })
      .where(and(ownNote(id, userId), eq(notesTable.version, version)))
      .returning()
    if (changed === undefined) throw await notAsItWas(tx, userId, id)
    await holdFiles(tx, userId, holderOf(id), pictures)
    return changed
  })

type Columns = Parameters<ReturnType<Context['db']['update']>['set']>[0]

const update = async (
  db: Pick<Context['db'], 'update'>,
  userId: number,
  id: string,
  set: Columns,
): Promise<Note> => {
  const isTheirs = and(eq(notesTable.id, id), eq(notesTable.userId, userId))
  const [note] = await db.update(notesTable).set(set).where(isTheirs).returning()
  if (note === undefined) throw noNote()
  return note
}

/**
 * Deletes a note; it can be restored until it is swept, its pictures unless their room was needed. Doing it again
 * changes nothing. Rejects with 404.
 */
export const deleteNote = ({ db, clock }: Writing, userId: number, id: string): Promise<Note> =>
  db.transaction(async (tx) => {
    const now = new Date(clock.now()).toISOString()
    const note = await update(tx, userId, id, {
      deletedAt: sql`coalesce(${notesTable.deletedAt}, ${now}::timestamptz)`,
    })
    await yieldHeldFiles(tx, holderOf(id), true)
    return note
  })

/** Takes a deletion back. Doing it again changes nothing. Rejects with 404 when the note has been swept. */
export const restoreNote = ({ db }: Writing, userId: number, id: string): Promise<Note> =>
  db.transaction(async (tx) => {
    const note = await update(tx, userId, id, { deletedAt: null })
    await yieldHeldFiles(tx, holderOf(id), false)
    return note
  })

/**
 * Lets everyone who has its share id read a note; again, the id stays. `note` is as its text was checked: rejects with
 * 409 when it was edited meanwhile, with 404 when it was deleted.
 */
export const shareNote = async (
  { db }: Writing,
  { id, userId, version }: Pick<Note, 'id' | 'userId' | 'version'>,
): Promise<Note> => {
  const fresh = randomBytes(16).toString('base64url')
  const [shared] = await db
    .update(notesTable)
    .set({ shareId: sql`coalesce(${notesTable.shareId}, ${fresh})` })
    .where(and(ownNote(id, userId), eq(notesTable.version, version)))
    .returning()
  if (shared === undefined) throw await notAsItWas(db, userId, id)
  return shared
}

/** Ends the sharing of a note: its share id opens nothing any more, and a later one is another. Rejects with 404. */
export const unshareNote = (context: Writing, userId: number, id: string): Promise<Note> =>
  update(context.db, userId, id, { shareId: null })

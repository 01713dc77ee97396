import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Context } from '../../context'
import { users } from '../../db/schema'
import { ApiError } from '../../errors'
import { UUID_FORM } from '../../ids'
import { noNote } from './errors'
import { notesTable, type Note } from './table'

type Reading = Pick<Context, 'db'>

/** The condition of a note that its owner has not deleted. */
export const ownNote = (id: string, userId: number) =>
  and(eq(notesTable.id, id), eq(notesTable.userId, userId), isNull(notesTable.deletedAt))

// The place of a note in the list: newer ones that come meanwhile do not shift the pages.
const placeOf = ({ createdAt, id }: Note) =>
  Buffer.from(`${createdAt.getTime()} ${id}`).toString('base64url')

// Fourteen digits of milliseconds are before the year 5200: PostgreSQL reads no year of five digits as JavaScript
// writes it.
const PLACE = new RegExp(String.raw`^(\d{1,14}) (${UUID_FORM})$`)

const placeIn = (after: string) => {
  const [, at, id] = PLACE.exec(Buffer.from(after, 'base64url').toString()) ?? []
  if (at === undefined || id === undefined) {
    throw new ApiError('request_malformed', 'after has to be what next was in the page before.')
  }
  return sql`(${notesTable.createdAt}, ${notesTable.id}) < (${new Date(Number(at)).toISOString()}::timestamptz, ${id}::uuid)`
}

/**
 * A page of a person's notes, newest first, and where the next one begins: null after the last. Rejects with 400 for
 * an `after` that no page named.
 */
export const listNotes = async (
  { db }: Reading,
  userId: number,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<{ readonly notes: readonly Note[]; readonly next: string | null }> => {
  const isTheirs = and(eq(notesTable.userId, userId), isNull(notesTable.deletedAt))
  // One more than asked for shows whether there is a next page.
  const rows = await db
    .select()
    .from(notesTable)
    .where(and(isTheirs, after === undefined ? undefined : placeIn(after)))
    .orderBy(desc(notesTable.createdAt), desc(notesTable.id))
    .limit(limit + 1)
  const notes = rows.slice(0, limit)
  const last = notes.at(-1)
  return { notes, next: rows.length > limit && last !== undefined ? placeOf(last) : null }
}

/** One of a person's notes. Rejects with 404 for another's, as for none. */
export const readNote = async ({ db }: Reading, id: string, userId: number): Promise<Note> => {
  const [note] = await db.select().from(notesTable).where(ownNote(id, userId))
  if (note === undefined) throw noNote()
  return note
}

/** A shared note and its author, for anyone who has its share id. Rejects with 404 when it is shared no more. */
export const readSharedNote = async ({ db }: Reading, shareId: string) => {
  const [shared] = await db
    .select({ note: notesTable, author: { nickname: users.nickname, avatar: users.avatar } })
    .from(notesTable)
    .innerJoin(users, eq(users.id, notesTable.userId))
    .where(
      and(eq(notesTable.shareId, shareId), isNull(notesTable.deletedAt), isNull(users.blockedAt)),
    )
  if (shared === undefined) throw noNote()
  return shared
}

import { asc, eq, inArray } from 'drizzle-orm'
import type { FastifyRequest } from 'fastify'
import type { Context } from '../../context'
import { fileHolds, files } from '../../db/schema-files'
import { publicAddress } from '../../files/address'
import { filePath } from '../../files/store'
import { holderOf, type Note } from './table'

/** A picture of a note, as an app shows it. */
export interface Picture {
  readonly id: string
  readonly url: string
}

/** The ids of the files that notes show, by the note, in the order they were uploaded. */
export const pictureIdsOf = async (
  db: Context['db'],
  notes: readonly Note[],
): Promise<(note: Note) => string[]> => {
  const rows = await db
    .select({ id: fileHolds.fileId, holder: fileHolds.holder })
    .from(fileHolds)
    .innerJoin(files, eq(files.id, fileHolds.fileId))
    .where(
      inArray(
        fileHolds.holder,
        notes.map(({ id }) => holderOf(id)),
      ),
    )
    .orderBy(asc(files.createdAt), asc(files.id))
  return (note) => rows.filter(({ holder }) => holder === holderOf(note.id)).map(({ id }) => id)
}

/** The pictures of notes by the note, as `pictureIdsOf`. */
export const picturesOf = async (
  { db, settings }: Pick<Context, 'db' | 'settings'>,
  request: FastifyRequest,
  notes: readonly Note[],
): Promise<(note: Note) => Picture[]> => {
  const ids = await pictureIdsOf(db, notes)
  return (note) =>
    ids(note).map((id) => ({ id, url: publicAddress(settings, request, filePath(id)) }))
}

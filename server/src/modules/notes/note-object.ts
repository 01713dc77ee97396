import type { FastifyRequest } from 'fastify'
import { unixSeconds } from '../../clock'
import type { Context } from '../../context'
import { picturesOf } from './pictures'
import type { Note } from './table'

/** Notes as their owner sees them. */
export const noteObjects = async (
  context: Pick<Context, 'db' | 'settings'>,
  request: FastifyRequest,
  notes: readonly Note[],
) => {
  const pictures = await picturesOf(context, request, notes)
  return notes.map((note) => ({
    id: note.id,
    title: note.title,
    body: note.body,
    pictures: pictures(note),
    share_id: note.shareId,
    version: note.version,
    created_at: unixSeconds(note.createdAt),
    updated_at: unixSeconds(note.updatedAt),
  }))
}

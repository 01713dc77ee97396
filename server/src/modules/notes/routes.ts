import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from '@sinclair/typebox'
import { unixSeconds } from '../../clock'
import type { Context } from '../../context'
import { presentedTokenHash } from '../../routes/client-info'
import { callerOf } from '../../routes/members'
import { Done } from '../../routes/schemas'
import { authenticate, type Caller } from '../../sessions/authenticate'
import { admitWrite, refuseRiskyText } from './check-note'
import { picturesOf } from './pictures'
import { listNotes, readNote, readSharedNote } from './read-notes'
import { samplePage } from './sample'
import {
  NewNote,
  NoteChange,
  NoteId,
  NoteObject,
  NotePage,
  PageQuery,
  SharedNote,
  ShareId,
} from './schemas'
import { noteObjects } from './note-object'
import {
  changeNote,
  createNote,
  deleteNote,
  restoreNote,
  shareNote,
  unshareNote,
} from './write-notes'
import type { Note } from './table'

const ONE = '/ext/v1/notes/:id/'

/** Notes of one's own, and those of others by their share id. */
export const noteRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const writer = async (request: FastifyRequest): Promise<Caller> => {
      const caller = callerOf(request)
      await admitWrite(context, caller)
      return caller
    }

    const check = (request: FastifyRequest, caller: Caller, text: Pick<Note, 'title' | 'body'>) =>
      refuseRiskyText(context, caller, text, (error) =>
        request.log.error({ err: error }, 'WeChat refuses text checks'),
      )

    app.get(
      '/ext/v1/notes/',
      {
        config: { access: 'app' },
        schema: { querystring: PageQuery, response: { 200: NotePage } },
      },
      async (request) => {
        const { limit, after, language } = request.query
        const tokenHash = presentedTokenHash(request)
        if (language !== undefined || tokenHash === null) return samplePage(language ?? 'zh-CN')
        const { user } = await authenticate(context, tokenHash)
        const { notes, next } = await listNotes(context, user.id, { limit, after })
        return { objects: await noteObjects(context, request, notes), next }
      },
    )

    app.get(
      '/ext/v1/notes/shared/:shareId/',
      { config: { access: 'app' }, schema: { params: ShareId, response: { 200: SharedNote } } },
      async (request) => {
        const { note, author } = await readSharedNote(context, request.params.shareId)
        const pictures = await picturesOf(context, request, [note])
        const { title, body, updatedAt } = note
        return { title, body, pictures: pictures(note), author, updated_at: unixSeconds(updatedAt) }
      },
    )

    const one = async (request: FastifyRequest, note: Note) => {
      const [object] = await noteObjects(context, request, [note])
      if (object === undefined) throw new Error('a note has no object')
      return object
    }

    app.get(ONE, { schema: { params: NoteId, response: { 200: NoteObject } } }, async (request) => {
      const { user } = callerOf(request)
      return one(request, await readNote(context, request.params.id, user.id))
    })

    app.post(
      '/ext/v1/notes/',
      { schema: { body: NewNote, response: { 201: NoteObject } } },
      async (request, reply) => {
        const caller = await writer(request)
        await check(request, caller, request.body)
        const note = await createNote(context, caller.user.id, request.body)
        return reply.status(201).send(await one(request, note))
      },
    )

    app.put(
      ONE,
      { schema: { params: NoteId, body: NoteChange, response: { 200: NoteObject } } },
      async (request) => {
        const caller = await writer(request)
        await check(request, caller, request.body)
        const { id } = request.params
        return one(request, await changeNote(context, caller.user.id, id, request.body))
      },
    )

    app.delete(ONE, { schema: { params: NoteId, response: { 200: Done } } }, async (request) => {
      const { user } = await writer(request)
      await deleteNote(context, user.id, request.params.id)
      return { status: 'ok' as const }
    })

    app.post(
      `${ONE}restore/`,
      { schema: { params: NoteId, response: { 200: NoteObject } } },
      async (request) => {
        const { user } = await writer(request)
        return one(request, await restoreNote(context, user.id, request.params.id))
      },
    )

    app.post(
      `${ONE}share/`,
      { schema: { params: NoteId, response: { 200: Type.Object({ share_id: Type.String() }) } } },
      async (request) => {
        const caller = await writer(request)
        const { id } = request.params
        const note = await readNote(context, id, caller.user.id)
        await check(request, caller, note)
        const { shareId } = await shareNote(context, note)
        return { share_id: shareId ?? '' }
      },
    )

    app.delete(
      `${ONE}share/`,
      { schema: { params: NoteId, response: { 200: Done } } },
      async (request) => {
        const { user } = await writer(request)
        await unshareNote(context, user.id, request.params.id)
        return { status: 'ok' as const }
      },
    )
  }

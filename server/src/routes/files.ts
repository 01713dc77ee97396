import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import type { Context } from '../context'
import { ApiError } from '../errors'
import { publicAddress } from '../files/address'
import { readForm } from '../files/form'
import { cleanPicture } from '../files/picture'
import { createSending } from '../files/sending'
import { createUploadSlots, full, shareTaken } from '../files/upload-slots'
import { filePath, findFile, loadFile, storeFile } from '../files/store'
import { newUploadPermit, readUploadPermit, type UploadPermit } from '../files/upload-permit'
import { addressGroup, clientAddress } from '../security/client-address'
import { LIMITS, consume } from '../security/limits'
import type { Share } from '../security/shares'
import { FILE_DEADLINE_MS } from './deadlines'
import { callerOf } from './members'

/** Uploads held in memory at once: those whose permit came first, and those that send it after the file. */
const WITH_PERMIT: Share = { name: 'with a permit', most: 8, refusal: full }
const WITHOUT_PERMIT: Share = { name: 'without a permit', most: 6, refusal: full }
// Of either, one sender holds two, and a permit is good for one file anyway.
const MOST_PER_SENDER = 2
// Many people may share an address, and one person may have many accounts: two slots are left to other addresses.
const MOST_PER_ADDRESS = WITH_PERMIT.most - 2

const MEGABYTE = 1024 * 1024
// A page of a hundred avatars is some ten megabytes; a file waits in memory until its receiver has taken it.
const SENT_AT_ONCE = { most: 128 * MEGABYTE, mostOfOne: 32 * MEGABYTE }

const inUse = () =>
  new ApiError('upload_used', 'A file is arriving under this upload policy: ask for a new one.')

const withPermit = ({ id, userId }: UploadPermit, address: string): Share[] => [
  { name: `permit ${id}`, most: 1, refusal: inUse },
  { name: `user ${userId}`, most: MOST_PER_SENDER, refusal: shareTaken },
  { name: `address ${address}`, most: MOST_PER_ADDRESS, refusal: full },
  WITH_PERMIT,
]

const withoutPermit = (address: string): Share[] => [
  { name: `address ${address}, no permit`, most: MOST_PER_SENDER, refusal: shareTaken },
  WITHOUT_PERMIT,
]

const permitIn = (fields: ReadonlyMap<string, string>) => ({
  policy: fields.get('policy') ?? '',
  authorization: fields.get('authorization') ?? '',
})

const seconds = (ms: number) => Math.floor(ms / 1000)

/** The first step of an upload: a member gets a permit to store one file (docs/protocol.md 5.5). */
export const uploadRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/hserve/v2.1/upload/',
      {
        schema: {
          body: Type.Object({
            filename: Type.String({ minLength: 1, maxLength: 255 }),
            category_id: Type.Optional(Type.String({ maxLength: 64 })),
            category_name: Type.Optional(Type.String({ maxLength: 64 })),
            random_file_link: Type.Optional(Type.Boolean()),
          }),
          response: {
            200: Type.Object({
              id: Type.String(),
              policy: Type.String(),
              authorization: Type.String(),
              path: Type.String({ description: 'address of the file, once it is uploaded' }),
              upload_url: Type.String(),
              name: Type.String(),
              cdn_path: Type.String(),
              created_at: Type.Integer({ description: 'Unix seconds' }),
            }),
          },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        await consume(context, LIMITS.uploadsPerUser, String(caller.user.id))
        const { filename } = request.body
        const { id, policy, authorization } = newUploadPermit(context, caller.user.id, filename)
        return {
          id,
          policy,
          authorization,
          path: publicAddress(context.settings, request, filePath(id)),
          upload_url: publicAddress(context.settings, request, '/files/'),
          name: filename,
          cdn_path: filePath(id),
          created_at: seconds(context.clock.now()),
        }
      },
    )
  }

/**
 * Our own storage: takes a file with a permit, from anyone who holds one, and serves it to everyone. A file after an
 * unknown or expired permit is not read at all; phones send the permit first. The vendor's web build sends the file
 * first; few of those are read at once, and fewer from one address, so that strangers cannot fill the memory, nor one
 * of them block the others.
 */
export const fileRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    await app.register(multipart)
    const inSlot = createUploadSlots()
    const sending = createSending(SENT_AT_ONCE)

    app.post(
      '/files/',
      {
        config: { deadlineMs: FILE_DEADLINE_MS },
        schema: {
          response: {
            200: Type.Object({
              code: Type.Literal(200),
              message: Type.Literal('ok'),
              url: Type.String(),
              time: Type.Integer({ description: 'Unix seconds' }),
              mimetype: Type.String(),
              file_size: Type.Integer({ description: 'bytes' }),
            }),
          },
        },
      },
      (request) =>
        inSlot(async (take) => {
          const address = addressGroup(clientAddress(request))
          const { fields, file } = await readForm(request, (before) => {
            if (!before.has('policy')) return take(...withoutPermit(address))
            take(...withPermit(readUploadPermit(context, permitIn(before)), address))
          })
          const permit = readUploadPermit(context, permitIn(fields))
          const picture = await cleanPicture(file)
          await storeFile(context, permit, picture)
          return {
            code: 200 as const,
            message: 'ok' as const,
            url: filePath(permit.id),
            time: seconds(context.clock.now()),
            mimetype: picture.mimeType,
            file_size: picture.bytes.length,
          }
        }),
    )

    const schema = { params: Type.Object({ id: Type.String({ maxLength: 200 }) }) }
    const CACHED = 'public, max-age=31536000, immutable'

    app.head('/files/:id', { schema: { ...schema, hide: true } }, async (request, reply) => {
      const { mimeType, size } = await findFile(context, request.params.id)
      return reply
        .type(mimeType)
        .header('cache-control', CACHED)
        .header('content-length', size)
        .send()
    })

    app.get(
      '/files/:id',
      { config: { deadlineMs: FILE_DEADLINE_MS }, exposeHeadRoute: false, schema },
      async (request, reply) => {
        const { id } = request.params
        const { mimeType, size } = await findFile(context, id)
        // Before its bytes are read: a file that may not be sent costs no more than its row.
        const sent = sending(addressGroup(clientAddress(request)), size)
        reply.raw.once('finish', sent).once('close', sent)
        const { bytes } = await loadFile(context, id)
        return reply.type(mimeType).header('cache-control', CACHED).send(bytes)
      },
    )
  }

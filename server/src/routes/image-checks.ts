import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import type { FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import type { Report } from '../censor/make-check'
import { checkNow } from '../censor/check-now'
import { beginImageCheck, readImageCheck, type ImageCheck } from '../censor/image-checks'
import type { Context } from '../context'
import { publicAddress } from '../files/address'
import { readForm } from '../files/form'
import { cleanPicture } from '../files/picture'
import { createUploadSlots, full, shareTaken } from '../files/upload-slots'
import { filePath, findFile } from '../files/store'
import { addressGroup, clientAddress } from '../security/client-address'
import { LIMITS, consume } from '../security/limits'
import type { Share } from '../security/shares'
import type { Caller } from '../sessions/authenticate'
import { riskyOf } from '../wechat/client'
import { ApiError } from '../errors'
import { FILE_DEADLINE_MS } from './deadlines'
import { callerOf } from './members'

/** Pictures held in memory at once. */
const ALL: Share = { name: 'all', most: 8, refusal: full }
const MOST_PER_USER = 2
// As for uploads: two slots are left to other addresses.
const MOST_PER_ADDRESS = ALL.most - 2

const Risky = Type.Union([Type.Boolean(), Type.Null()], { description: 'null: not known yet' })

const CheckObject = Type.Object({
  id: Type.String(),
  risky: Risky,
  status_code: Type.Union([Type.Integer(), Type.Null()]),
  error_code: Type.Integer(),
  error_message: Type.String(),
})

const checkObject = ({ id, verdict }: ImageCheck) => ({
  id,
  risky: riskyOf(verdict),
  status_code: verdict === 'pending' ? null : 0,
  error_code: 0,
  error_message: 'ok',
})

const sharesOf = ({ user }: Caller, request: FastifyRequest): Share[] => [
  { name: `user ${user.id}`, most: MOST_PER_USER, refusal: shareTaken },
  {
    name: `address ${addressGroup(clientAddress(request))}`,
    most: MOST_PER_ADDRESS,
    refusal: full,
  },
  ALL,
]

const reportTo =
  ({ log }: Pick<FastifyRequest, 'log'>): Report =>
  (err) =>
    log.warn({ err }, 'WeChat checks no pictures')

/** Having WeChat judge pictures: one that is sent along, or a stored one (docs/protocol.md 5.4). */
export const imageCheckRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    await app.register(multipart)
    const withPicture = createUploadSlots()

    app.post(
      '/hserve/v2.6/censor-image/',
      {
        config: { deadlineMs: FILE_DEADLINE_MS },
        schema: { response: { 200: Type.Object({ risky: Risky }) } },
      },
      async (request) => {
        const caller = callerOf(request)
        await consume(context, LIMITS.censorPerUser, String(caller.user.id))
        const whose = { userId: caller.user.id, openid: caller.wechat?.openid ?? null }
        const addressOf = (path: string) => publicAddress(context.settings, request, path)
        const picture = await withPicture(async (take) => {
          const { file } = await readForm(request, () => take(...sharesOf(caller, request)))
          return cleanPicture(file)
        })
        const report = reportTo(request)
        return { risky: riskyOf(await checkNow(context, picture, whose, addressOf, { report })) }
      },
    )

    app.post(
      '/hserve/v2.2/async-censor/',
      {
        schema: {
          body: Type.Object({ file_id: Type.String({ maxLength: 200 }) }),
          response: { 201: CheckObject },
        },
      },
      async (request, reply) => {
        const caller = callerOf(request)
        await consume(context, LIMITS.censorPerUser, String(caller.user.id))
        const { file_id: fileId } = request.body
        const userId = caller.user.id
        const file = await findFile(context, fileId)
        if (file.userId !== userId) throw new ApiError('file_not_found', 'No such file.')
        const asked = {
          id: randomUUID(),
          userId,
          openid: caller.wechat?.openid ?? null,
          url: publicAddress(context.settings, request, filePath(fileId)),
        }
        const check = await beginImageCheck(context, asked, reportTo(request))
        return reply.status(201).send(checkObject(check))
      },
    )

    app.get(
      '/hserve/v2.2/async-censor/:id/',
      {
        schema: {
          params: Type.Object({ id: Type.String({ maxLength: 200 }) }),
          response: { 200: CheckObject },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        return checkObject(await readImageCheck(context, request.params.id, caller.user.id))
      },
    )
  }

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { findPublicUser } from '../accounts/users/find-user'
import { findUsers, MOST_SEARCHED } from '../accounts/users/find-users'
import { updateUser } from '../accounts/changes/update-user'
import { ownUserObject, publicUserObject } from '../accounts/users/user-object'
import type { Context } from '../context'
import { LIMITS, consume } from '../security/limits'
import { presentedTokenHash } from './client-info'
import { callerOf } from './members'
import { nativeJson, UserObject } from './schemas'

const LIST = '/hserve/v2.2/user/info/'
const LARGEST_PAGE = 1000

const nullableText = Type.Union([Type.String(), Type.Null()])

/** Reading users, and changing one's own (docs/protocol.md 4.7, 4.8, 4.9). */
export const userRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/hserve/v2.5/user/info/:id/',
      {
        schema: {
          params: Type.Object({ id: Type.String({ maxLength: 200 }) }),
          response: { 200: UserObject },
        },
        serializerCompiler: nativeJson,
      },
      async (request) => {
        const caller = callerOf(request)
        if (request.params.id === String(caller.user.id)) {
          return ownUserObject(context.vault, caller)
        }
        return publicUserObject(await findPublicUser(context, request.params.id))
      },
    )

    app.put(
      '/hserve/v2.5/user/info/',
      {
        schema: {
          body: Type.Record(Type.String(), Type.Unknown()),
          response: { 200: UserObject },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        await consume(context, LIMITS.fieldChangesPerUser, String(caller.user.id))
        const account = await updateUser(context, caller, request.body, presentedTokenHash(request))
        return ownUserObject(context.vault, account)
      },
    )

    app.get(
      LIST,
      {
        schema: {
          querystring: Type.Object({
            limit: Type.Integer({ minimum: 1, maximum: LARGEST_PAGE, default: 20 }),
            offset: Type.Integer({ minimum: 0, maximum: MOST_SEARCHED, default: 0 }),
            where: Type.String({ maxLength: 4096, default: '' }),
            order_by: Type.String({ maxLength: 40, default: 'id' }),
            return_total_count: Type.Integer({ minimum: 0, maximum: 1, default: 0 }),
          }),
          response: {
            200: Type.Object({
              meta: Type.Object({
                limit: Type.Integer(),
                offset: Type.Integer(),
                next: nullableText,
                previous: nullableText,
                total_count: Type.Optional(Type.Integer()),
              }),
              objects: Type.Array(UserObject),
            }),
          },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const { limit, offset, where, order_by: orderBy, return_total_count } = request.query
        const withCount = return_total_count === 1
        await consume(context, LIMITS.searchesPerUser, String(caller.user.id))
        const query = { limit, offset, where, orderBy, withCount }
        const { found, total, hasMore } = await findUsers(
          context,
          caller.user.id,
          query,
          request.ended,
        )
        const page = (at: number) =>
          `${LIST}?${new URLSearchParams({ limit: String(limit), offset: String(at), order_by: orderBy, ...(where !== '' && { where }) })}`
        return {
          meta: {
            limit,
            offset,
            next: hasMore ? page(offset + limit) : null,
            previous: offset > 0 ? page(Math.max(0, offset - limit)) : null,
            ...(total !== null && { total_count: total }),
          },
          objects: found.map((user) =>
            user.id === caller.user.id
              ? ownUserObject(context.vault, caller)
              : publicUserObject(user),
          ),
        }
      },
    )
  }

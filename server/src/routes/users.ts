import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { findPublicUser } from '../accounts/find-user'
import { ownUserObject, publicUserObject } from '../accounts/user-object'
import type { Context } from '../context'
import { authenticate } from '../sessions/authenticate'
import { presentedTokenHash } from './origin'
import { UserObject } from './schemas'

/** Reading users (wire contract 1.2 #14). */
export const userRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/hserve/v2.5/user/info/:id/',
      {
        schema: {
          params: Type.Object({ id: Type.String({ maxLength: 40 }) }),
          response: { 200: UserObject },
        },
      },
      async (request) => {
        const caller = await authenticate(context, presentedTokenHash(request))
        if (request.params.id === String(caller.user.id)) return ownUserObject(caller)
        return publicUserObject(await findPublicUser(context, request.params.id))
      },
    )
  }

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Context } from '../context'
import { endSession } from '../sessions/end'
import { presentedTokenHash } from './client-info'
import { Done } from './schemas'

/** Ending the session a request carries (docs/protocol.md 4.5). */
export const sessionRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/hserve/v2.0/session/destroy/',
      { config: { access: 'session' }, schema: { response: { 201: Done } } },
      async (request, reply) => {
        await endSession(context, presentedTokenHash(request))
        return reply.status(201).send({ status: 'ok', message: 'Destroy succeed.' })
      },
    )
  }

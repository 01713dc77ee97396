import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../context'
import type { Access } from '../openapi/operations'
import { authenticate, type Caller } from '../sessions/authenticate'
import { presentedTokenHash } from './client-info'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. Among the protocol's routes a route that says nothing is a member's. */
    access?: Access
  }
  interface FastifyRequest {
    /** Who calls; null before the check, and on routes that are not a member's. Read it by `callerOf`. */
    caller: Caller | null
  }
}

/**
 * Makes every route that is registered after it a member's, save those whose `config.access` says otherwise. A member's
 * route answers 401 or 403 before its handler runs, and after its body and parameters have been checked: 400 and 415
 * come first. OpenAPI reads the same `config.access`.
 */
export const admitMembersOnly = (app: FastifyInstance, context: Context): void => {
  app.decorateRequest('caller', null)
  app.addHook('onRoute', (route) => {
    route.config = { ...route.config, access: route.config?.access ?? 'member' }
  })
  app.addHook('preHandler', async (request) => {
    if (request.routeOptions.config.access !== 'member') return
    request.caller = await authenticate(context, presentedTokenHash(request))
  })
}

/** Who calls a member's route. Throws on any other route, where no caller has been authenticated. */
export const callerOf = ({ caller }: Pick<FastifyRequest, 'caller'>): Caller => {
  if (!caller) throw new Error("The route is not a member's: see config.access.")
  return caller
}

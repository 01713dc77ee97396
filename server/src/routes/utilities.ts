import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { checkText } from '../censor/check-text'
import type { Context } from '../context'
import { ApiError } from '../errors'
import { invokeFunction } from '../functions/invoke'
import { clientAddress } from '../security/client-address'
import { LIMITS, consume } from '../security/limits'
import { callerOf } from './members'
import { Done } from './schemas'

// The newest build of the vendor's SDK we know; `init` in DevTools warns below it.
const LATEST_SDK = 'v3.23.6'

// A function waits two seconds for its turn and runs for five (functions/invoke.ts).
const FUNCTION_TIMEOUT_MS = 15_000

/** Utilities (docs/protocol.md 5): the time, cloud functions, text checks, and what SDKs ask on the side. */
export const utilityRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const stop = new AbortController()
    // Runs when the last request has been answered: what is left are functions no one waits for.
    app.addHook('onClose', async () => stop.abort())

    app.get('/hserve/v2.2/server/time/', { config: { access: 'app' } }, async () => ({
      time: new Date(context.clock.now()).toISOString(),
    }))

    app.get('/hserve/v1/latest-sdk-version/', { config: { access: 'app' } }, async () => ({
      wechat_miniapp: LATEST_SDK,
    }))

    app.post(
      '/hserve/v1/cloud-function/job/',
      {
        config: { deadlineMs: FUNCTION_TIMEOUT_MS },
        schema: {
          body: Type.Object({
            function_name: Type.String({ maxLength: 200 }),
            sync: Type.Boolean({ default: true }),
            data: Type.Optional(Type.Unknown()),
          }),
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const { function_name: name, sync, data = null } = request.body
        const meta = {
          ip_address: clientAddress(request),
          user_agent: request.headers['user-agent'] ?? '',
        }
        const outcome = await invokeFunction(
          context,
          caller,
          { name, sync, data },
          meta,
          stop.signal,
        )
        if (outcome === null) return { status: 'ok' }
        if (outcome.kind === 'crashed') {
          throw new ApiError('function_failed', `The function did not answer: ${outcome.reason}.`)
        }
        return outcome.kind === 'done'
          ? { code: 0, data: outcome.data, error: {} }
          : { code: 1, data: null, error: { message: outcome.message, type: outcome.name } }
      },
    )

    app.post(
      '/hserve/v1.7/censor-msg/',
      {
        schema: { body: Type.Object({ content: Type.String({ minLength: 1, maxLength: 2500 }) }) },
      },
      async (request) => {
        const caller = callerOf(request)
        await consume(context, LIMITS.censorPerUser, String(caller.user.id))
        const risky = await checkText(context, caller, request.body.content, (err) =>
          request.log.warn({ err }, 'WeChat checks no texts'),
        )
        return { risky }
      },
    )

    app.post(
      '/hserve/v2.0/template-message/event-report/',
      { schema: { response: { 200: Done } } },
      async () => ({ status: 'ok' as const }),
    )
  }

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import type { Platform } from '../platform/platform'
import { body } from './fields'

const TEN_YEARS_MS = 10 * 365 * 24 * 60 * 60 * 1000

/**
 * `POST clock {advanceMs}` → `{now}` (milliseconds): moves the simulator's clock, forwards only.
 * `POST reset` → `{}`: everything as at the start, clock included.
 */
export const clockCalls =
  (platform: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    const advanceMs = Type.Integer({ minimum: 0, maximum: TEN_YEARS_MS })

    app.post('/clock', { schema: { body: body({ advanceMs }) } }, async (request) => {
      platform.clock.advance(request.body.advanceMs)
      return { now: platform.clock.now() }
    })

    app.post('/reset', async () => {
      platform.reset()
      return {}
    })
  }

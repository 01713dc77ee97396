import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Registry } from 'prom-client'
import type { Context } from '../context'
import { readinessProbe } from '../db/readiness'
import { ApiError } from '../errors'
import { isSameText } from '../security/same-text'
import type { MetricsSettings } from '../settings/types'

const TROUBLE = {
  unreachable: 'The database does not answer: start it, or check the network to it.',
  'not-migrated': 'The database lacks migrations of this server: restart the server to run them.',
} as const

/** Rejects with 404 where figures are for no one, 401 without the token where they want one. */
const admitScraper =
  (metrics: MetricsSettings) => async (request: FastifyRequest, reply: FastifyReply) => {
    if (metrics.kind === 'open') return
    if (metrics.kind === 'closed') {
      throw new ApiError('endpoint_unknown', 'Set METRICS_TOKEN to read the figures with it.')
    }
    const [, given] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? []
    if (given !== undefined && isSameText(given, metrics.token)) return
    reply.header('www-authenticate', 'Bearer')
    throw new ApiError('metrics_token_wrong', 'Send the METRICS_TOKEN as a bearer token.')
  }

/** What operators and their machines ask: `/readyz`, `/metrics` (Prometheus text) and `/openapi.json`. */
export const operationRoutes =
  ({ db, settings }: Context, registry: Registry): FastifyPluginAsync =>
  async (app) => {
    const probe = await readinessProbe(db)

    app.get('/readyz', async () => {
      const readiness = await probe()
      if (readiness !== 'ready') throw new ApiError('not_ready', TROUBLE[readiness])
      return { status: 'ok' }
    })

    app.get('/metrics', { onRequest: admitScraper(settings.metrics) }, async (_request, reply) =>
      reply.type(registry.contentType).send(await registry.metrics()),
    )

    app.get('/openapi.json', async () => app.swagger())
  }

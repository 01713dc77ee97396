import type { FastifyPluginAsync } from 'fastify'
import type { Registry } from 'prom-client'
import type { Context } from '../context'
import { readinessProbe } from '../db/readiness'
import { ApiError } from '../errors'

const TROUBLE = {
  unreachable: 'The database does not answer: start it, or check the network to it.',
  'not-migrated': 'The database lacks migrations of this server: restart the server to run them.',
} as const

/** What operators and their machines ask: `/readyz`, `/metrics` (Prometheus text) and `/openapi.json`. */
export const operationRoutes =
  ({ db }: Context, registry: Registry): FastifyPluginAsync =>
  async (app) => {
    const probe = await readinessProbe(db)

    app.get('/readyz', async () => {
      const readiness = await probe()
      if (readiness !== 'ready') throw new ApiError(503, TROUBLE[readiness])
      return { status: 'ok' }
    })

    app.get('/metrics', async (_request, reply) =>
      reply.type(registry.contentType).send(await registry.metrics()),
    )

    app.get('/openapi.json', async () => app.swagger())
  }

import type { FastifyPluginAsync } from 'fastify'

/** `/healthz`: the process answers. It says nothing of the database, so that a database that is away restarts no one. */
export const healthRoutes: FastifyPluginAsync = async (app) => {
  app.get('/healthz', async () => ({ status: 'ok' }))
}

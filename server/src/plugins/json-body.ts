import type { FastifyInstance } from 'fastify'

/**
 * Reads JSON bodies, an empty one as `{}`: wx.request labels every request JSON, also those
 * without a body.
 */
export const readJsonBodies = (app: FastifyInstance): void => {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body: string, done) =>
      body.trim() === '' ? done(null, {}) : parse(request, body, done),
  )
}

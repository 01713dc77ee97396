import type { FastifyInstance } from 'fastify'
import { ApiError } from '../errors'

// PostgreSQL stores neither NUL nor half a surrogate pair, and JSON can spell both.
const UNSTORABLE =
  /(?<!\\)(?:\\\\)*\\u(?:0000|d[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2}\\u)d[c-f][0-9a-f]{2})/i

/**
 * Reads JSON bodies, an empty one as `{}`: wx.request labels every request JSON, also those
 * without a body. Refuses text that no database column can hold with 400.
 */
export const readJsonBodies = (app: FastifyInstance): void => {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (request, body: string, done) => {
      if (UNSTORABLE.test(body))
        return done(new ApiError(400, 'The body holds a NUL or half a surrogate pair.'))
      return body.trim() === '' ? done(null, {}) : parse(request, body, done)
    },
  )
}

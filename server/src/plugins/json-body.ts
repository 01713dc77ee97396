import type { FastifyBodyParser, FastifyInstance } from 'fastify'
import { ApiError } from '../errors'
import { nestingOf } from '../json-nesting'
import { isStorable } from './storable-json'

const DEEPEST = 64

/** Whether JSON text nests objects and arrays deeper than a body may. */
export const isTooDeep = (text: string): boolean => nestingOf(text, DEEPEST) > DEEPEST

const malformed = (message: string) => new ApiError('request_malformed', message)

/**
 * Reads JSON bodies, an empty one as `{}`: wx.request labels every request JSON, also those without a body.
 * Refuses text that no database column can hold with 400, and what nests deeper than serialisers recurse.
 */
export const readJsonBodies = (app: FastifyInstance): void => {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  const read: FastifyBodyParser<string> = (request, body, done) => {
    if (!isStorable(body)) return done(malformed('The body holds a NUL or half a surrogate pair.'))
    if (isTooDeep(body)) return done(malformed(`The body nests more than ${DEEPEST} levels.`))
    return body.trim() === '' ? done(null, {}) : parse(request, body, done)
  }
  app.addContentTypeParser('application/json', { parseAs: 'string' }, read)
}

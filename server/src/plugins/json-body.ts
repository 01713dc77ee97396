import type { FastifyBodyParser, FastifyInstance } from 'fastify'
import { ApiError } from '../errors'
import { isStorable } from './storable-json'

const DEEPEST = 64

/** Whether JSON text nests objects and arrays more than `DEEPEST` levels. Reads brackets only, outside of strings. */
export const isTooDeep = (text: string): boolean => {
  let depth = 0
  let isInString = false
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]
    if (isInString) {
      if (character === '\\') i += 1
      else if (character === '"') isInString = false
    } else if (character === '"') isInString = true
    else if (character === '{' || character === '[') {
      depth += 1
      if (depth > DEEPEST) return true
    } else if (character === '}' || character === ']') depth -= 1
  }
  return false
}

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

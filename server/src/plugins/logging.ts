import type { FastifyRequest, FastifyServerOptions } from 'fastify'
import { clientAddress } from '../security/client-address'
import type { Settings } from '../settings/types'

/**
 * Logger options: one JSON line per event on standard error. A request is logged as method, path and
 * caller's address; its query, headers and body never are. `redact` catches what a future line might add.
 */
export const loggerOptions = (
  level: Settings['logLevel'],
): Exclude<FastifyServerOptions['logger'], undefined> => ({
  level,
  // Standard output belongs to the lines people and scripts wait for.
  stream: process.stderr,
  serializers: {
    req: (request: FastifyRequest) => ({
      method: request.method,
      path: request.url.split('?', 1)[0],
      ip: clientAddress(request),
    }),
  },
  redact: [
    '*.authorization',
    '*.token',
    '*.code',
    '*.phone_code',
    '*.password',
    '*.new_password',
    '*.phone',
    '*.session_key',
    '*.secret',
  ],
})

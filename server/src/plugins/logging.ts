import type { FastifyRequest, FastifyServerOptions } from 'fastify'
import { clientAddress } from '../security/client-address'
import { describeError } from '../describe-error'
import type { Settings } from '../settings/types'

type LoggerOptions = Exclude<FastifyServerOptions['logger'], boolean | undefined>

const errorIn = (logged: unknown): Error | null => {
  if (logged instanceof Error) return logged
  if (typeof logged !== 'object' || logged === null || !('err' in logged)) return null
  return logged.err instanceof Error ? logged.err : null
}

// pino, and Fastify in places of its own, take the message of an error for the message of the line.
const withoutMessage: NonNullable<LoggerOptions['hooks']> = {
  logMethod(args, write) {
    const [logged, text, ...others] = args as unknown[]
    const error = errorIn(logged)
    if (error === null) return write.apply(this, args)
    const line = typeof text === 'string' && !text.includes(error.message) ? text : 'failure'
    const fields = logged instanceof Error ? { err: error } : logged
    return write.apply(this, [fields, line, ...others] as unknown as typeof args)
  },
}

// A word of an address as ours are, /hserve/v2.5/user/: no name, number or token.
const WORD = /^[a-z][a-z.-]*(?:\d(?:\.\d)?)?$/

// What stands in the place of a parameter may be anything: an e-mail address, the ID that opens a shared note.
const loggedPath = ({ url, routeOptions }: FastifyRequest): string =>
  routeOptions.url ??
  (url.split('?', 1)[0] ?? '')
    .split('/')
    .map((segment) => (segment === '' || WORD.test(segment) ? segment : '…'))
    .join('/')

/**
 * Logger options: one JSON line per event on standard error. A request is logged as method, its route's path and
 * the caller's address; its parameters, query, headers and body never are. Of an error its kind and the places in
 * the code are logged, and a message only where it is ours (`OperatorError`): any other may hold any value. `redact`
 * catches what a future line might add.
 */
export const loggerOptions = (level: Settings['logLevel']): LoggerOptions => ({
  level,
  // Standard output belongs to the lines people and scripts wait for.
  stream: process.stderr,
  serializers: {
    req: (request: FastifyRequest) => ({
      method: request.method,
      path: loggedPath(request),
      ip: clientAddress(request),
    }),
    err: (error) => ({ message: 'not logged', ...describeError(error) }),
  },
  hooks: withoutMessage,
  redact: [
    // Of Fastify, when the path of an older SDK becomes today's.
    'originalUrl',
    'url',
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

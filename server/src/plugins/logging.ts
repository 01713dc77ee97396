import type { FastifyInstance, FastifyRequest, FastifyServerOptions } from 'fastify'
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

// No name, number or token.
const VERSION = /^v\d(?:\.\d)?$/

// What stands in the place of a parameter, or leads nowhere, may be anything: an e-mail address, a name, the ID that
// opens a shared note.
const loggedPath = ({ url, routeOptions }: FastifyRequest, words: ReadonlySet<string>): string =>
  routeOptions.url ??
  (url.split('?', 1)[0] ?? '')
    .split('/')
    .map((segment) => (words.has(segment) || VERSION.test(segment) ? segment : '…'))
    .join('/')

/** Adds the words in the paths of all routes that are registered after it to `words`, parameters left out. */
export const collectWords = (app: FastifyInstance, words: Set<string>): void => {
  app.addHook('onRoute', ({ url }) => {
    for (const segment of url.split('/')) if (!/[:*]/.test(segment)) words.add(segment)
  })
}

/**
 * Logger options: one JSON line per event on standard error. A request is logged as method, its route's path and
 * the caller's address, and without a route as those parts of its path that are among `words`; its parameters, query, headers and body never are. Of an error its kind and the places in
 * the code are logged, and a message only where it is ours (`OperatorError`): any other may hold any value. `redact`
 * catches what a future line might add.
 */
export const loggerOptions = (
  level: Settings['logLevel'],
  words: ReadonlySet<string>,
): LoggerOptions => ({
  level,
  // Standard output belongs to the lines people and scripts wait for.
  stream: process.stderr,
  serializers: {
    req: (request: FastifyRequest) => ({
      method: request.method,
      path: loggedPath(request, words),
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

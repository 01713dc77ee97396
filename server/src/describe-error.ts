import { types } from 'node:util'
import { OperatorError } from './operator-error'

/** What may be written down of an error: where it came from and what kind it is, and none of its values. */
export interface ErrorDescription {
  readonly type: string
  /** Only of an error whose message is ours. */
  readonly message?: string
  readonly code?: string
  /** Of PostgreSQL: the names of the constraint and the table. */
  readonly constraint?: string
  readonly table?: string
  /** Its frames, one a line; none of an error whose message is ours. */
  readonly stack: string
  readonly cause?: ErrorDescription
}

// Names of the language, of system errors and of our schema.
const NAME = /^[\w$]{1,80}$/
const FRAME = /^ {4}at \S.*$/
const LONGEST_CHAIN = 5
const MOST_FRAMES = 20

const named = (error: object, key: string): string | undefined => {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' && NAME.test(value) ? value : undefined
}

/** The frames of a stack. It begins with the message, whose lines may look like frames. */
const framesOf = ({ stack = '', message }: Error): string => {
  const start = stack.indexOf(message)
  if (start === -1) return ''
  return stack
    .slice(start + message.length)
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .join('\n')
}

// Also one of another realm, as a function of `node:vm` throws.
const isError = (value: unknown): value is Error =>
  value instanceof Error || types.isNativeError(value)

/**
 * Describes anything thrown for a log. Messages are left out, but for those of an `OperatorError`: Drizzle's hold the
 * parameters of the statement, PostgreSQL's and the JSON parser's the value they refuse. So are `detail`, `where` and
 * every other property.
 */
export const describeError = (error: unknown, depth = 1): ErrorDescription => {
  if (!isError(error)) return { type: typeof error, stack: '' }
  const { cause } = error
  const code = named(error, 'code')
  const constraint = named(error, 'constraint')
  const table = named(error, 'table')
  return {
    type: named(error, 'name') ?? 'Error',
    ...(error instanceof OperatorError && { message: error.message }),
    ...(code !== undefined && { code }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    // The message of an OperatorError says all, and a sender of bad requests must not fill the log.
    stack: error instanceof OperatorError ? '' : framesOf(error),
    ...(cause !== undefined && depth < LONGEST_CHAIN && { cause: describeError(cause, depth + 1) }),
  }
}

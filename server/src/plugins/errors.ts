import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifyServerOptions,
} from 'fastify'
import { STATUS_CODES } from 'node:http'
import { isDatabaseTrouble } from '../db/trouble'
import type { ErrorCode } from '../error-codes'
import { ApiError, CodedError, type ErrorDetails } from '../errors'

const RETRY_AFTER_SECONDS = 1

const body = (errorCode: string, message: string, details: ErrorDetails = {}) => ({
  ...details,
  status: 'error',
  error_code: errorCode,
  error_msg: message,
})

// To the SDK, 404 of a sign-in means that the person has no account yet. 405 is what the protocol answers for a sign-in
// method that is switched off (docs/protocol.md 2.4).
const SIGN_IN = /^\/hserve\/[^/]+\/(login|register|idp)\//
const noProvider = () =>
  new ApiError(
    'provider_unknown',
    'This server has no such sign-in: use WeChat, a name with a password, or a texted code.',
  )

const isClientFault = (error: FastifyError): error is FastifyError & { statusCode: number } =>
  error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500

// What Fastify and its plugins refuse by themselves; the rest of it is a request that a schema does not allow.
const CODE_OF_STATUS: Readonly<Record<number, ErrorCode>> = {
  406: 'content_type_unsupported',
  408: 'request_too_slow',
  413: 'body_too_large',
  415: 'content_type_unsupported',
}

const later = (errorCode: ErrorCode, message: string) =>
  new ApiError(errorCode, message, { retry_after: RETRY_AFTER_SECONDS })

/** The answer to a failure of the database or of time, which a later attempt may not meet; null for any other. */
const passingTrouble = (error: FastifyError, request: FastifyRequest): ApiError | null => {
  if (error.code === 'FST_ERR_HANDLER_TIMEOUT')
    return request.raw.complete
      ? later('deadline_exceeded', 'The answer took too long: try again in a second.')
      : new ApiError('request_too_slow', 'The request did not arrive in time.')
  if (isDatabaseTrouble(error))
    return later('database_unavailable', 'The database does not answer: try again in a second.')
  return null
}

/**
 * Answers every failure in the protocol's shape (docs/protocol.md 2.4). What we did not
 * foresee is logged and answered without its message, which might hold anything.
 */
export const answerErrors = (app: FastifyInstance): void => {
  const answer = (reply: FastifyReply, { status, errorCode, message, details }: CodedError) => {
    const { retry_after: seconds } = details
    if (seconds !== undefined) reply.header('retry-after', seconds)
    // Nothing more is read from a client that sends too slowly.
    if (status === 408) reply.header('connection', 'close')
    return reply.status(status).send(body(errorCode, message, details))
  }
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof CodedError) return answer(reply, error)
    if (error.validationContext === 'params' && SIGN_IN.test(request.url))
      return answer(reply, noProvider())
    if (isClientFault(error)) {
      const errorCode = CODE_OF_STATUS[error.statusCode] ?? 'request_malformed'
      return reply.status(error.statusCode).send(body(errorCode, error.message))
    }
    const trouble = passingTrouble(error, request)
    if (trouble !== null) {
      request.log.warn({ err: error }, 'database or deadline')
      // What is still to come of a request that took too long is not read.
      if (!request.raw.complete) reply.header('connection', 'close')
      return answer(reply, trouble)
    }
    request.log.error({ err: error }, 'unforeseen failure')
    return reply.status(500).send(body('internal_error', 'Internal server error.'))
  })
  app.setNotFoundHandler((request, reply) =>
    answer(
      reply,
      SIGN_IN.test(request.url)
        ? noProvider()
        : new ApiError('endpoint_unknown', 'No such endpoint.'),
    ),
  )
}

const brokenRequest = (code: string): ApiError => {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new ApiError(
      'headers_too_large',
      'The headers are too large: send fewer or shorter ones.',
    )
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new ApiError('request_too_slow', 'The request did not arrive in time.')
  return new ApiError('request_malformed', 'This is no HTTP request.')
}

/**
 * The protocol's error body for what never becomes a request: an address that does not decode, and bytes
 * that Node's HTTP parser refuses. Fastify asks for these when it is made, not later.
 */
export const earlyErrors = {
  frameworkErrors: (_error: FastifyError, _request: unknown, reply: Pick<FastifyReply, 'status'>) =>
    reply
      .status(400)
      .send(body('request_malformed', 'The address is malformed: percent-encode it as UTF-8.')),
  clientErrorHandler: (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const { status, errorCode, message } = brokenRequest(error.code)
    const text = JSON.stringify(body(errorCode, message))
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
        `Content-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
    )
  },
} satisfies FastifyServerOptions

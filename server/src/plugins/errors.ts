import type { FastifyError, FastifyInstance, FastifyReply, FastifyServerOptions } from 'fastify'
import { STATUS_CODES } from 'node:http'
import { isDatabaseTrouble } from '../db/trouble'
import { isOfDeletedAccount } from '../db/violations'
import type { ErrorCode } from '../error-codes'
import { ApiError, CodedError, unauthorized, type ErrorDetails } from '../errors'

const RETRY_AFTER_SECONDS = 1

/** The protocol's error body (docs/protocol.md 2.4). */
export const errorBody = (errorCode: string, message: string, details: ErrorDetails = {}) => ({
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

const databaseAway = () =>
  new ApiError('database_unavailable', 'The database does not answer: try again in a second.', {
    retry_after: RETRY_AFTER_SECONDS,
  })

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
    return reply.status(status).send(errorBody(errorCode, message, details))
  }
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof CodedError) {
      if (error.cause !== undefined) request.log.warn({ err: error.cause }, error.errorCode)
      return answer(reply, error)
    }
    if (error.validationContext === 'params' && SIGN_IN.test(request.url)) {
      return answer(reply, noProvider())
    }
    if (isClientFault(error)) {
      const errorCode = CODE_OF_STATUS[error.statusCode] ?? 'request_malformed'
      return reply.status(error.statusCode).send(errorBody(errorCode, error.message))
    }
    if (isOfDeletedAccount(error)) return answer(reply, unauthorized('session_expired'))
    if (isDatabaseTrouble(error)) {
      request.log.warn({ err: error }, 'the database does not answer')
      // What is still to come of the request is not read.
      if (!request.raw.complete) reply.header('connection', 'close')
      return answer(reply, databaseAway())
    }
    request.log.error({ err: error }, 'unforeseen failure')
    return reply.status(500).send(errorBody('internal_error', 'Internal server error.'))
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
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new ApiError(
      'headers_too_large',
      'The headers are too large: send fewer or shorter ones.',
    )
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new ApiError('request_too_slow', 'The request did not arrive in time.')
  }
  return new ApiError('request_malformed', 'This is no HTTP request.')
}

/** A whole HTTP answer, after which the connection is closed, for a socket that has no response. */
export const rawAnswer = (status: number, body: object): string => {
  const text = JSON.stringify(body)
  return (
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: application/json; charset=utf-8\r\n` +
    `Content-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`
  )
}

/**
 * The protocol's error body for what never becomes a request: an address that does not decode, and bytes
 * that Node's HTTP parser refuses. Fastify asks for these when it is made, not later.
 */
export const earlyErrors = {
  frameworkErrors: (_error: FastifyError, _request: unknown, reply: Pick<FastifyReply, 'status'>) =>
    reply
      .status(400)
      .send(
        errorBody('request_malformed', 'The address is too long, or not percent-encoded UTF-8.'),
      ),
  clientErrorHandler: (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const { status, errorCode, message } = brokenRequest(error.code)
    socket.end(rawAnswer(status, errorBody(errorCode, message)))
  },
} satisfies FastifyServerOptions

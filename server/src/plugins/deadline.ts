import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Socket } from 'node:net'
import { ApiError } from '../errors'
import { OUT_OF_TIME } from '../out-of-time'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** How long a request of the route may take, in milliseconds; ten seconds by default. */
    deadlineMs?: number
  }
  interface FastifyRequest {
    /** Aborted when the time of the request is over or its connection closed: no one waits for the answer. */
    ended: AbortSignal
  }
}

const DEADLINE_MS = 10_000
const RETRY_AFTER_SECONDS = 1

const tooLate = ({ raw }: FastifyRequest): ApiError =>
  raw.complete
    ? new ApiError('deadline_exceeded', 'The answer took too long: try again in a second.', {
        retry_after: RETRY_AFTER_SECONDS,
      })
    : new ApiError('request_too_slow', 'The request did not arrive in time.')

/**
 * Keeps the connection of a body that has arrived for as long as its route may take: Node closes one on which nothing
 * is sent, and a file waits for its turn and is decoded in silence. What is read from us keeps the shorter time.
 */
const awaitAnswer = ({ raw, server }: FastifyRequest, deadlineMs: number): void => {
  const { socket, method } = raw
  const { timeout: silenceMs } = server.server
  if (method !== 'POST' || silenceMs === 0 || deadlineMs <= silenceMs) return
  // Of a request that was injected, the socket is none.
  if (socket instanceof Socket) raw.once('end', () => socket.setTimeout(deadlineMs))
}

/**
 * Ends each request in time, from its first byte to the last one of its answer: with 408 when it has not arrived,
 * with 503 when there is no answer, and by closing the connection when the answer is not taken. Fastify's own
 * `handlerTimeout` watches no request whose body has arrived (fastify/fastify#6725), and ends answers that are
 * still being sent. The handler can see it by `request.ended`.
 */
export const endInTime = (app: FastifyInstance): void => {
  app.decorateRequest('ended')
  app.addHook('onRequest', (request, reply, done) => {
    const { raw } = reply
    const ending = new AbortController()
    request.ended = ending.signal
    const expire = () => {
      ending.abort(OUT_OF_TIME)
      if (raw.headersSent) return void raw.destroy()
      request.log.warn('no answer within the deadline')
      void reply.send(tooLate(request))
    }
    const { deadlineMs = DEADLINE_MS } = request.routeOptions.config
    const timer = setTimeout(expire, deadlineMs)
    const stop = () => clearTimeout(timer)
    raw.once('finish', stop).once('close', () => {
      stop()
      ending.abort()
    })
    awaitAnswer(request, deadlineMs)
    done()
  })
}

import { EventEmitter } from 'node:events'
import { Pool } from 'undici'
import { errorCode } from '../system-error-code'
import { createTurns } from './turns'

/** An HTTP answer, its body as text. */
export interface HttpAnswer {
  readonly status: number
  readonly text: string
}

/** Sends a GET to `path`, or a POST when there is a JSON body, and returns whatever status comes back. */
export type SendHttp = (path: string, body: string | null) => Promise<HttpAnswer>

/** How `createHttpSender` sends. */
export interface HttpLimits {
  /** Connections at most; more calls than that wait for one. */
  readonly connections: number
  /** How long one call may take from here to the last byte of its body, waiting and a second try included. */
  readonly deadlineMs: number
}

// Connections stay open between calls: a TLS handshake with WeChat costs more than the call.
const KEPT_MS = 60_000
const LARGEST_ANSWER_BYTES = 2 ** 20

const CONNECTION_GONE = new Set<unknown>(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

/**
 * What sends to `origin` over kept connections. A connection that the other side closes before any answer is replaced
 * once. Rejects when the whole answer is not there by the deadline, and for an answer over 1 MiB.
 * This is undici's own interface: node:http costs three times as much and a global fetch five times, and every launch
 * of every device makes a call.
 */
export const createHttpSender = (
  origin: string,
  { connections, deadlineMs }: HttpLimits,
): SendHttp => {
  const pool = new Pool(origin, {
    connections,
    connect: { timeout: deadlineMs },
    // Ours is one deadline for everything: undici's own begin anew with every piece of the body.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: KEPT_MS,
    maxResponseSize: LARGEST_ANSWER_BYTES,
  })
  const inTurn = createTurns()
  const ask = (path: string, body: string | null, signal: EventEmitter) =>
    body === null
      ? pool.request({ path, method: 'GET', signal })
      : pool.request({
          path,
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          signal,
        })

  return async (path, body) => {
    // undici takes one of these in place of an AbortSignal, which would cost a fifth of a sign-in.
    const deadline = new EventEmitter()
    const timer = setTimeout(() => inTurn(() => deadline.emit('abort')), deadlineMs).unref()
    try {
      const answer = await ask(path, body, deadline).catch((error: unknown) => {
        if (CONNECTION_GONE.has(errorCode(error))) return ask(path, body, deadline)
        throw error
      })
      return { status: answer.statusCode, text: await answer.body.text() }
    } finally {
      clearTimeout(timer)
    }
  }
}

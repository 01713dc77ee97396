import { Pool } from 'undici'
import { errorCode } from '../error-code'

/** An HTTP answer, its body as text. */
interface HttpAnswer {
  readonly status: number
  readonly text: string
}

/** Sends a GET to `path`, or a POST when there is a JSON body, and gives whatever status comes back. */
export type SendHttp = (path: string, body: string | null) => Promise<HttpAnswer>

const CONNECTIONS = 64
// Connections stay open between calls: a TLS handshake with WeChat costs more than the call.
const KEPT_MS = 60_000
const LARGEST_ANSWER_BYTES = 2 ** 20

const CONNECTION_GONE = new Set<unknown>(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

/**
 * What sends to `origin` over kept connections. A connection that the other side closes before any answer is replaced
 * once. Rejects when there is no connection, no answer or no more of it for `silenceMs`, and for an answer over 1 MiB.
 * This is undici's own interface: node:http costs three times as much and a global fetch five times, and every launch
 * of every device makes a call.
 */
export const httpSender = (origin: string, silenceMs: number): SendHttp => {
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    connect: { timeout: silenceMs },
    headersTimeout: silenceMs,
    bodyTimeout: silenceMs,
    keepAliveTimeout: KEPT_MS,
    maxResponseSize: LARGEST_ANSWER_BYTES,
  })
  const ask = (path: string, body: string | null) =>
    body === null
      ? pool.request({ path, method: 'GET' })
      : pool.request({
          path,
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })

  return async (path, body) => {
    const answer = await ask(path, body).catch((error: unknown) => {
      if (CONNECTION_GONE.has(errorCode(error))) return ask(path, body)
      throw error
    })
    return { status: answer.statusCode, text: await answer.body.text() }
  }
}

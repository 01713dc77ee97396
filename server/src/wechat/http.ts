import { Agent as HttpAgent, request as requestHttp, type RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'

/** An HTTP answer, its body as text. */
export interface HttpAnswer {
  readonly status: number
  readonly text: string
}

// Connections stay open between calls: a TLS handshake with WeChat costs more than the call.
const kept = { keepAlive: true, maxSockets: 64 }
const overHttp = { agent: new HttpAgent(kept), request: requestHttp }
const overHttps = { agent: new HttpsAgent(kept), request: requestHttps }

class ConnectionGone extends Error {}

const once = (url: string, body: string | null, timeoutMs: number): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    const { agent, request } = url.startsWith('https:') ? overHttps : overHttp
    const options: RequestOptions =
      body === null
        ? { agent }
        : {
            agent,
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(body),
            },
          }
    const call = request(url, options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => void parts.push(part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }),
      )
    })
    const deadline = setTimeout(() => call.destroy(new Error('no answer in time')), timeoutMs)
    call.on('close', () => clearTimeout(deadline))
    call.on('error', (error: NodeJS.ErrnoException) =>
      reject(call.reusedSocket && error.code === 'ECONNRESET' ? new ConnectionGone() : error),
    )
    call.end(body ?? undefined)
  })

/**
 * Sends a GET, or a POST when there is a JSON body, and gives whatever status comes back within `timeoutMs`.
 * A kept connection that the other side closed just now is replaced once. Rejects when there is no whole answer.
 * This is node:http because a global fetch costs four times as much, and every launch of every device makes one.
 */
export const sendHttp = (
  url: string,
  body: string | null,
  timeoutMs: number,
): Promise<HttpAnswer> =>
  once(url, body, timeoutMs).catch((error: unknown) => {
    if (error instanceof ConnectionGone) return once(url, body, timeoutMs)
    throw error
  })

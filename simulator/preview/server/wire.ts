import type { FastifyInstance } from 'fastify'
import type { Network } from '../../wx/network/network'

/** Largest request a phone may send: WeChat's own limit for uploads is 10 MB (typings, uploadFile). */
const BODY_LIMIT = 12 * 1024 * 1024

/** What travels in the header `x-wire`, as JSON in a URI component. */
export interface WireHead {
  url: string
  method: string
  headers: Record<string, string>
}

/** What comes back in `x-wire`. */
export interface WireAnswerHead {
  status: number
  headers: Record<string, string>
  cookies: readonly string[]
}

const readHead = (text: unknown): WireHead | undefined => {
  try {
    const head = JSON.parse(decodeURIComponent(String(text))) as Partial<WireHead>
    if (typeof head.url !== 'string' || !/^https?:\/\/./.test(head.url)) return undefined
    return { url: head.url, method: head.method ?? 'GET', headers: head.headers ?? {} }
  } catch {
    return undefined
  }
}

const codeOf = (error: unknown) => {
  const { cause } = error as { cause?: { code?: unknown } }
  return typeof cause?.code === 'string' ? cause.code : 'ECONNRESET'
}

/**
 * The phone's way out. A page may not reach other origins as a phone does, nor set `Referer` or read cookies; so
 * `POST /wire` carries one exchange for it: head in `x-wire`, body as it is, a form with the content type that the
 * browser wrote. 502 `{code}` says there was no answer.
 */
export const wireRoute =
  (network: Network) =>
  async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

    app.post('/wire', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const head = readHead(request.headers['x-wire'])
      if (head === undefined) return reply.code(400).send({ error: 'x-wire holds no request.' })
      const hangUp = new AbortController()
      reply.raw.once('close', () => hangUp.abort())
      // A browser says "no body" by an empty one, which fetch refuses to send with a GET.
      const sent = request.body instanceof Buffer ? new Uint8Array(request.body).buffer : undefined
      const body = sent?.byteLength === 0 ? undefined : sent
      const type = request.headers['content-type'] ?? ''
      const headers = type.startsWith('multipart/form-data')
        ? { ...head.headers, 'content-type': type }
        : head.headers
      try {
        const answer = await network.send({ ...head, headers, body, signal: hangUp.signal })
        const { status, cookies } = answer
        const back: WireAnswerHead = { status, headers: { ...answer.headers }, cookies }
        return reply
          .header('x-wire', encodeURIComponent(JSON.stringify(back)))
          .type('application/octet-stream')
          .send(Buffer.from(answer.body))
      } catch (error) {
        return reply.code(502).send({ code: codeOf(error) })
      }
    })
  }

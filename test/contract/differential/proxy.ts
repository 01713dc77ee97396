import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as it crossed the wire. */
export interface WireRequest {
  readonly method: string
  readonly path: string
  /** The headers that either client chooses; what HTTP itself adds is left out. */
  readonly headers: Readonly<Record<string, string>>
  /** Parsed JSON, `<multipart>`, or null. */
  readonly body: unknown
  readonly status: number
}

export interface RecordingProxy {
  readonly url: string
  /** Everything since the last call, in the order of arrival. */
  take: () => WireRequest[]
  close: () => Promise<void>
}

/** Where the backend that a proxy plays differs from the one behind it. */
export interface Manners {
  /** What it says to a request by itself; undefined where it has nothing to say. */
  readonly refusal: (request: Omit<WireRequest, 'status'>) => { status: number } | undefined
  /** The headers it passes on. */
  readonly headers: (headers: Readonly<Record<string, string>>) => Record<string, string>
  /** The answer it returns for the text that came from behind. */
  readonly answer: (text: string) => string
}

const OPEN: Manners = {
  refusal: () => undefined,
  headers: (headers) => ({ ...headers }),
  answer: (text) => text,
}

const CHOSEN = /^(x-hydrogen-|authorization$|content-type$|user-agent$)/
// Both clients run over the same fetch, which names itself.
const OF_NODE = 'node'

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const readBody = (type: string, bytes: Buffer): unknown => {
  if (type.startsWith('multipart/')) return '<multipart>'
  return bytes.length === 0 ? null : JSON.parse(bytes.toString())
}

const chosenHeaders = (request: IncomingMessage) =>
  Object.fromEntries(
    Object.entries(request.headers)
      .filter(([name, value]) => CHOSEN.test(name) && value !== OF_NODE)
      .map(([name, value]) => [name, String(value).replace(/boundary=.*/, 'boundary')]),
  )

/** Stands between a client and the backend at `origin`, and writes down what passes. */
export const startRecordingProxy = async (
  origin: string,
  manners: Manners = OPEN,
): Promise<RecordingProxy> => {
  const seen: WireRequest[] = []
  const server = createServer((request, response) => {
    const pass = async () => {
      const { method = 'GET', url: path = '/', headers } = request
      const bytes = await bodyOf(request)
      const body = readBody(String(headers['content-type'] ?? ''), bytes)
      const told = { method, path, headers: chosenHeaders(request), body }
      const refusal = manners.refusal(told)
      if (refusal !== undefined) {
        seen.push({ ...told, ...refusal })
        response.writeHead(refusal.status, { 'content-type': 'application/json' })
        return response.end('{"status":"error","error_msg":"no such thing here"}')
      }
      const sent = Object.entries(headers)
        .filter(
          ([name]) => !/^(host|connection|content-length|transfer-encoding|expect)$/.test(name),
        )
        .map(([name, value]): [string, string] => [name, String(value)])
      const answer = await fetch(origin + path, {
        method,
        headers: manners.headers(Object.fromEntries(sent)),
        body: method === 'GET' ? null : new Uint8Array(bytes),
      })
      seen.push({ ...told, status: answer.status })
      response.writeHead(answer.status, {
        'content-type': answer.headers.get('content-type') ?? '',
      })
      // Addresses of the backend in its answers lead through here, too.
      const text = manners.answer(await answer.text())
      return response.end(text.replaceAll(origin, `http://${headers.host ?? ''}`))
    }
    pass().catch((error: unknown) => response.writeHead(599).end(String(error)))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => seen.splice(0),
    close: () => new Promise((closed) => void server.close(() => closed())),
  }
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The server that the probe's network rules are asked with. */
export interface ProbeServer {
  /** The port it listens on. */
  port: number
  close(): Promise<void>
}

/** A picture of one pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('latin1')
}

const json = (response: ServerResponse, value: object, status = 200) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}

/** What an upload was, without what is in the file. */
const describeUpload = (type: string | undefined, body: string) => ({
  seen: `${/^multipart\/form-data/.test(type ?? '') ? 'multipart' : 'other'}, ${
    /name="a"\s+b\s/.test(body) ? 'a=b' : 'no form'
  }`,
})

/** Answers of one server: `hold` counts how many requests are open together. */
const createAnswers = () => {
  let open = 0
  const hold = (response: ServerResponse, ms: number) => {
    open += 1
    let together = open
    const timer = setTimeout(() => {
      together = Math.max(together, open)
      json(response, { together })
    }, ms)
    response.once('close', () => {
      clearTimeout(timer)
      open -= 1
    })
  }
  return async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://probe')
    const [, first = '', second = ''] = pathname.split('/')
    if (first === 'hold') return hold(response, Number(searchParams.get('ms') ?? 0))
    const body = await bodyOf(request)
    switch (first) {
      case 'ping':
        return json(response, { probe: true })
      case 'text':
        response.writeHead(200, { 'content-type': 'text/plain' })
        return response.end('plain text')
      case 'picture':
        response.writeHead(200, { 'content-type': 'image/png' })
        return response.end(PICTURE)
      case 'upload':
        return json(response, describeUpload(request.headers['content-type'], body))
      case 'status':
        return json(response, {}, Number(second))
      default:
        return json(response, { url: request.url, headers: request.headers, body })
    }
  }
}

const closing = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** Starts it on `port` (0 for a free one) of `host`; resolves once it listens, rejects when the port is taken. */
export const startProbeServer = (port: number, host: string): Promise<ProbeServer> => {
  const answer = createAnswers()
  const server = createServer((request, response) => void answer(request, response))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      resolve({ port: (server.address() as AddressInfo).port, close: () => closing(server) })
    })
  })
}

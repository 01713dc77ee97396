import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The server that the probe's network rules are asked with. */
export interface ProbeServer {
  /** The port it listens on. */
  port: number
  close: () => Promise<void>
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

/** Answers after `ms`, unless the phone has gone before. */
const hold = (response: ServerResponse, ms: number) => {
  const timer = setTimeout(() => json(response, {}), ms)
  response.once('close', () => clearTimeout(timer))
}

/** How long no further request may have come before those that wait together are answered, in milliseconds. */
const QUIET_MS = 400

/** Requests that wait until no more of them come, however slow phone and machine are; each answer holds how many they were. */
const createTogether = () => {
  let waiting: readonly ServerResponse[] = []
  let timer: NodeJS.Timeout | undefined
  return (response: ServerResponse) => {
    waiting = [...waiting, response]
    clearTimeout(timer)
    timer = setTimeout(() => {
      const together = waiting.length
      for (const one of waiting) json(one, { together })
      waiting = []
    }, QUIET_MS)
  }
}

/** Answers of one server. */
const createAnswers = () => {
  const wait = createTogether()
  return async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://probe')
    const [, first = '', second = ''] = pathname.split('/')
    if (first === 'hold') return hold(response, Number(searchParams.get('ms') ?? 0))
    if (first === 'together') return wait(response)
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

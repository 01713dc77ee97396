import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'

/** What a listener heard. */
type Heard = { method: string; query: URLSearchParams; type: string; body: string }

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

/** The server of a mini-program as a push sees it: echoes verifications, answers pushes with what `reply` returns. */
export const listen = async (
  reply: (pushes: number) => { status: number; text: string },
  echo: (echostr: string) => string = (echostr) => echostr,
) => {
  const heard: Heard[] = []
  const waiting: (() => void)[] = []

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const query = new URL(request.url ?? '', 'http://local').searchParams
      const type = request.headers['content-type'] ?? ''
      heard.push({ method: request.method ?? '', query, type, body })
      const pushes = heard.filter(({ method }) => method === 'POST').length
      const { status, text } =
        request.method === 'GET'
          ? { status: 200, text: echo(query.get('echostr') ?? '') }
          : reply(pushes)
      response.writeHead(status).end(text)
      if (request.method === 'POST') waiting.splice(0).forEach((wake) => wake())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0

  return {
    url: `http://127.0.0.1:${port}/wechat/push`,
    heard,
    pushes: () => heard.filter(({ method }) => method === 'POST'),
    nextPush: () => new Promise<void>((wake) => waiting.push(wake)),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'

/** What a listener heard. */
interface Heard {
  method: string
  query: URLSearchParams
  type: string
  body: string
}

/** The server of a mini-program as a push sees it: echoes verifications, answers pushes with what `reply` returns. */
export const listen = async (
  reply: (pushes: number) => { status: number; text: string },
  echo: (echostr: string) => string = (echostr) => echostr,
) => {
  const heard: Heard[] = []
  const pushes = () => heard.filter(({ method }) => method === 'POST')
  const waiting: (() => void)[] = []

  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const query = new URL(request.url ?? '', 'http://local').searchParams
      const type = request.headers['content-type'] ?? ''
      heard.push({ method: request.method ?? '', query, type, body })
      if (request.method === 'GET') return response.end(echo(query.get('echostr') ?? ''))
      const { status, text } = reply(pushes().length)
      response.writeHead(status).end(text)
      return waiting.splice(0).forEach((wake) => wake())
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo

  return {
    url: `http://127.0.0.1:${port}/wechat/push`,
    heard,
    pushes,
    nextPush: () => new Promise<void>((wake) => waiting.push(wake)),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttpSender } from '../../src/wechat/http'

describe('sending to WeChat', () => {
  let server: Server
  let answer: (reply: ServerResponse) => void
  beforeAll(async () => {
    server = createServer((_request, reply) => answer(reply))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const send = (deadlineMs: number) => {
    const { port } = server.address() as AddressInfo
    return createHttpSender(`http://127.0.0.1:${port}`, { connections: 1, deadlineMs })
  }

  it('a request to WeChat ends at its deadline, also when a byte of the body comes now and then', async () => {
    answer = (reply) => {
      reply.writeHead(200)
      const drip = setInterval(() => reply.write('x'), 10)
      reply.on('close', () => clearInterval(drip))
    }
    await expect(send(200)('/', null)).rejects.toThrow()
  })

  it('a request to WeChat ends at its deadline for what waits for a connection, too', async () => {
    answer = () => undefined
    const patient = send(200)
    const calls = await Promise.allSettled([patient('/', null), patient('/', '{}')])
    expect(calls.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('a request to WeChat returns status and body of an answer in time', async () => {
    answer = (reply) => reply.writeHead(418).end('tea')
    expect(await send(60_000)('/', null)).toEqual({ status: 418, text: 'tea' })
  })

  it.each([
    ['closed', 'destroy'],
    ['reset', 'resetAndDestroy'],
  ] as const)(
    'a request to WeChat goes out again, once, when the connection kept for it is %s before any answer',
    async (_how, end) => {
      const patient = send(60_000)
      answer = (reply) => reply.end('first')
      expect(await patient('/', null)).toEqual({ status: 200, text: 'first' })
      answer = (reply) => {
        answer = (next) => next.end('second')
        reply.socket?.[end]()
      }
      expect(await patient('/', '{}')).toEqual({ status: 200, text: 'second' })
      answer = (reply) => reply.socket?.[end]()
      await expect(patient('/', '{}')).rejects.toThrow()
    },
  )
})

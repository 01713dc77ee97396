import { once } from 'node:events'
import { connect } from 'node:net'
import { openTestServer, type TestServer } from '../kit/test-server'

/** Sends bytes as they are and returns everything that came back before the server closed the connection. */
const exchange = async (port: number, bytes: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  const received: string[] = []
  socket.on('data', (chunk: Buffer) => void received.push(chunk.toString()))
  socket.write(bytes)
  await once(socket, 'close')
  return received.join('')
}

describe('bytes that are no proper request', () => {
  let server: TestServer
  let port: number

  beforeAll(async () => {
    server = await openTestServer()
    const url = await server.app.listen({ host: '127.0.0.1', port: 0 })
    port = Number(new URL(url).port)
  }, 120_000)
  afterAll(() => server.close())

  it.each([
    ['no HTTP at all', 400, 'hello\r\n\r\n'],
    ['a header without a name', 400, 'GET / HTTP/1.1\r\n: x\r\n\r\n'],
    [
      'a length that is no number',
      400,
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1e3\r\n\r\n',
    ],
    [
      'two lengths that disagree',
      400,
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    ],
    [
      'a length and chunks at once',
      400,
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['headers beyond 16 KiB', 431, `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(17_000)}\r\n\r\n`],
    ['a method nobody has', 400, 'FROB / HTTP/1.1\r\nHost: a\r\n\r\n'],
  ])(
    'the bytes that are no proper request are answered in the protocol’s shape: %s with %d',
    async (_name, status, bytes) => {
      const answer = await exchange(port, bytes)
      const [head = '', text = ''] = answer.split('\r\n\r\n')
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      expect(JSON.parse(text)).toEqual({
        status: 'error',
        error_code: status === 431 ? 'headers_too_large' : 'request_malformed',
        error_msg: expect.stringMatching(/\w/),
      })
    },
  )
})

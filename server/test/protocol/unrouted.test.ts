import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { serverForFile } from '../kit/server-for-file'

const { server } = serverForFile()
beforeAll(() => server.app.listen({ port: 0, host: '127.0.0.1' }))

/** What the server sends back for these bytes until it closes the connection. */
const sent = async (bytes: string): Promise<string> => {
  const { port } = server.app.server.address() as AddressInfo
  const socket = connect(port, '127.0.0.1')
  socket.write(bytes)
  return text(socket)
}

describe('a request that reaches no route', () => {
  it.each([
    ['CONNECT', 'CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n', 405],
    ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['an odd Expect', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: the-best\r\n\r\n', 417],
    ['an unknown method', 'FETCH / HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['another version of HTTP', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['bytes that are no HTTP', '\x16\x03\x01\x00\x05', 400],
  ])('a request with %s is answered in the error shape', async (_, bytes, status) => {
    const answer = await sent(bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    const body: unknown = JSON.parse(/\{.*\}/.exec(answer)?.[0] ?? '')
    expect(body).toEqual({
      status: 'error',
      error_code: expect.stringMatching(/^(request_malformed|endpoint_unknown)$/),
      error_msg: expect.stringMatching(/./),
    })
  })

  it('a request of HTTP/1.0 needs no Host', async () => {
    expect(await sent('GET /healthz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /)
  })

  it('a CONNECT whose sender has gone ends nothing but itself', async () => {
    const { port } = server.app.server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.write('CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n', () => socket.resetAndDestroy())
    await closed
    expect(await sent('GET /healthz HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /)
  })
})

import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'
import { createNetwork } from '../../../wx/network/network'
import { createPhone, type PhoneOptions } from '../phone'

describe('wx.request', () => {
  let server: Server
  let answer: (request: IncomingMessage, response: ServerResponse) => void
  let address = ''

  beforeAll(async () => {
    server = createServer((request, response) => answer(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const echo = () => {
    answer = (request, response) => {
      void text(request).then((body) => {
        const { method, url, headers } = request
        response.setHeader('set-cookie', ['a=1', 'b=2'])
        response.end(JSON.stringify({ method, url, headers, body }))
      })
    }
  }
  const send = async (option: object, phone: PhoneOptions = {}) => {
    const { call } = createPhone(phone)
    const result = await call('request', { url: `http://${address}/path?x=1`, ...option })
    return result as {
      data: { method: string; url: string; body: string; headers: Record<string, string> }
    }
  }

  it('wx.request puts GET data into the query', async () => {
    echo()
    expect((await send({ data: { q: '中 文', n: 1 } })).data).toMatchObject({
      method: 'GET',
      url: '/path?x=1&q=%E4%B8%AD%20%E6%96%87&n=1',
      body: '',
    })
  })

  it.each(['get', 'Get', 'post', 'delete'])(
    'wx.request takes a method in any case: %s',
    async (method) => {
      echo()
      expect((await send({ method, data: { a: 1 } })).data.method).toBe(method.toUpperCase())
    },
  )

  it('wx.request takes null for no data in a query', async () => {
    echo()
    expect((await send({ data: null, method: null, timeout: null })).data).toMatchObject({
      method: 'GET',
      url: '/path?x=1',
    })
  })

  it('wx.request sends an object as JSON', async () => {
    echo()
    expect((await send({ method: 'POST', data: { a: [1] } })).data).toMatchObject({
      body: '{"a":[1]}',
      headers: { 'content-type': 'application/json' },
    })
  })

  it('wx.request sends an object as a form when the header says so', async () => {
    echo()
    const header = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await send({ method: 'POST', header, data: { a: 'x y', b: 2 } })).data.body).toBe(
      'a=x%20y&b=2',
    )
  })

  it("wx.request sends WeChat's referer, whatever the bundle wants", async () => {
    echo()
    expect((await send({ header: { Referer: 'https://evil' } })).data.headers['referer']).toBe(
      'https://servicewechat.com/touristappid/0/page-frame.html',
    )
  })

  it('wx.request returns cookies and headers', async () => {
    echo()
    expect(await send({})).toMatchObject({
      statusCode: 200,
      cookies: ['a=1', 'b=2'],
      errMsg: 'request:ok',
    })
  })

  it.each([201, 401, 404, 413, 500])('wx.request takes status %i as success', async (status) => {
    answer = (_request, response) => response.writeHead(status).end('<html>')
    expect(await send({})).toMatchObject({
      statusCode: status,
      data: '<html>',
      errMsg: 'request:ok',
    })
  })

  it('wx.request to a host can be led elsewhere, as by a hosts file', async () => {
    echo()
    const network = createNetwork({ 'api.example.com:8787': address })
    const result = await send({ url: 'http://api.example.com:8787/there' }, { network })
    expect(result.data.url).toBe('/there')
  })

  it('wx.request fails for a URL without a scheme', async () => {
    expect(await send({ url: '/relative' })).toEqual({
      errMsg: 'request:fail invalid url "/relative"',
    })
  })

  it('wx.request fails when no server listens', async () => {
    const closed = createServer().listen(0, '127.0.0.1')
    await once(closed, 'listening')
    const { port } = closed.address() as AddressInfo
    closed.close()
    expect(await send({ url: `http://127.0.0.1:${port}/` })).toEqual({
      errMsg: expect.stringMatching(/^request:fail .*ERR_CONNECTION_REFUSED$/),
      errno: 600001,
    })
  })

  it('wx.request fails when the connection drops', async () => {
    answer = (request) => request.socket.destroy()
    expect(await send({})).toEqual({
      errMsg: expect.stringMatching(/^request:fail .*ERR_CONNECTION_CLOSED$/),
      errno: 600001,
    })
  })

  it('wx.request fails for a request that gets lost, and for nothing else', async () => {
    echo()
    const network = createNetwork()
    network.losing = '/lost'
    expect(await send({ url: `http://${address}/lost/1` }, { network })).toMatchObject({
      errno: 600001,
    })
    expect(await send({}, { network })).toMatchObject({ statusCode: 200 })
  })

  it('wx.request fails while the network is off', async () => {
    const network = createNetwork()
    network.switchTo('none')
    expect(await send({}, { network })).toMatchObject({ errno: 600001 })
  })
})

import { connect, open, servers } from './open-sockets'
import { echo, serveSockets } from './socket-server'

describe('sockets', () => {
  const serve = servers()

  it('a socket opens, sends and receives text and bytes, and closes with the code of the app', async () => {
    const { url, server } = await serve(echo)
    const codes = new Promise((resolve) => {
      server.on('connection', (socket) =>
        socket.on('close', (code, reason) => resolve([code, reason.toString()])),
      )
    })
    const { task, next, ask } = connect(open(), { url })
    expect(task.readyState).toBe(0)
    await next('onOpen')
    expect(task.readyState).toBe(task.OPEN)
    expect(await ask('send', { data: 'hi' })).toEqual({ errMsg: 'sendSocketMessage:ok' })
    expect(await next('onMessage')).toEqual({ data: 'hi' })
    task.send({ data: Uint8Array.from([1, 2]).buffer })
    const { data } = await next('onMessage')
    expect([...new Uint8Array(data as ArrayBuffer)]).toEqual([1, 2])
    const closed = next('onClose')
    expect(await ask('close', { code: 4001, reason: 'bye' })).toEqual({ errMsg: 'closeSocket:ok' })
    expect(await closed).toEqual({ code: 4001, reason: 'bye' })
    expect(task.readyState).toBe(3)
    expect(await codes).toEqual([4001, 'bye'])
  })

  it('a socket takes the code and the reason of a server that closes', async () => {
    const { url } = await serve((socket) => socket.close(4400, 'bad token'))
    const { next } = connect(open(), { url })
    expect(await next('onClose')).toEqual({ code: 4400, reason: 'bad token' })
  })

  it('a socket sends headers and protocols of the app, and the referer of WeChat', async () => {
    const sent = new Promise((resolve) => {
      void serve((_socket, { headers }) =>
        resolve([headers['x-token'], headers['sec-websocket-protocol'], headers.referer]),
      ).then(({ url }) =>
        connect(open(), { url, header: { 'x-token': 't', Referer: 'x' }, protocols: ['chat'] }),
      )
    })
    const referer = 'https://servicewechat.com/touristappid/0/page-frame.html'
    expect(await sent).toEqual(['t', 'chat', referer])
  })

  it('a socket that finds no server reports an error and then its end', async () => {
    const { url, close } = await serveSockets()
    close()
    const { heard, next } = connect(open(), { url })
    expect(await next('onClose')).toMatchObject({ code: 1006 })
    expect(heard.map(([name]) => name)).toEqual(['onError', 'onClose'])
  })

  it('a socket is heard and used by the older calls of wx, too', async () => {
    const { url } = await serve(echo)
    const phone = open()
    const event = (name: string) =>
      new Promise((resolve) => void phone.wx[name]?.(resolve as never))
    expect(await phone.call('sendSocketMessage', { data: 'x' })).toEqual({
      errMsg: 'sendSocketMessage:fail WebSocket is not connected',
    })
    const opened = event('onSocketOpen')
    phone.wx['connectSocket']?.({ url })
    await opened
    const answered = event('onSocketMessage')
    expect(await phone.call('sendSocketMessage', { data: 'x' })).toEqual({
      errMsg: 'sendSocketMessage:ok',
    })
    expect(await answered).toEqual({ data: 'x' })
    const closed = event('onSocketClose')
    expect(await phone.call('closeSocket', { code: 1000 })).toEqual({ errMsg: 'closeSocket:ok' })
    expect(await closed).toEqual({ code: 1000, reason: '' })
  })
})

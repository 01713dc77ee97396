import { createNodeNetwork } from '../../host/node/node-network'
import { createManualClock } from '../../wx/phone/clock'
import { createPhone, type PhoneOptions } from './phone'
import { echo, serveSockets } from './socket-server'

interface Task {
  readonly readyState: number
  readonly OPEN: number
  send(option: object): void
  close(option?: object): void
}

/** Opens a connection and hears all of its events. */
const connect = (phone: ReturnType<typeof createPhone>, option: object) => {
  const heard: [string, Record<string, unknown>][] = []
  const waiting = new Map<string, (event: Record<string, unknown>) => void>()
  const task = phone.wx['connectSocket']?.(option) as Task &
    Record<string, (listener: (event: Record<string, unknown>) => void) => void>
  for (const name of ['onOpen', 'onMessage', 'onError', 'onClose']) {
    task[name]?.((event) => {
      heard.push([name, event])
      waiting.get(name)?.(event)
    })
  }
  const next = (name: string) =>
    new Promise<Record<string, unknown>>((resolve) => waiting.set(name, resolve))
  const ask = (method: 'send' | 'close', given: object) =>
    new Promise((resolve) => task[method]({ ...given, success: resolve, fail: resolve }))
  return { task, heard, next, ask }
}

const open = (options: PhoneOptions = {}) =>
  createPhone({ network: createNodeNetwork(), ...options })

describe('sockets', () => {
  const closing: (() => void)[] = []
  const serve = async (...given: Parameters<typeof serveSockets>) => {
    const served = await serveSockets(...given)
    closing.push(served.close)
    return served
  }
  afterEach(() => closing.splice(0).forEach((close) => close()))

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

  it.each([
    [{}, 'parameter error: parameter.url should be String instead of Undefined;'],
    [{ url: 'https://a.example' }, 'invalid url "https://a.example"'],
  ])(
    'a socket is refused for %j, and the task that came of it is closed',
    async (option, message) => {
      const phone = open()
      expect(await phone.call('connectSocket', option)).toEqual({
        errMsg: `connectSocket:fail ${message}`,
      })
      expect(connect(phone, option).task.readyState).toBe(3)
    },
  )

  it('a socket is the sixth at once and refused, until one of the five is closed', async () => {
    const { url } = await serve()
    const phone = open()
    const five = Array.from({ length: 5 }, () => connect(phone, { url }))
    await Promise.all(five.map(({ next }) => next('onOpen')))
    expect(await phone.call('connectSocket', { url })).toEqual({
      errMsg: 'connectSocket:fail the number of WebSocket connections exceeds the limit 5',
    })
    five[0]?.task.close()
    await five[0]?.next('onClose')
    expect(await phone.call('connectSocket', { url })).toEqual({ errMsg: 'connectSocket:ok' })
    phone.hangUp()
  })

  it('a socket refuses to send before it is open, and to close twice or with a code of the protocol', async () => {
    const { url } = await serve()
    const { next, ask } = connect(open(), { url })
    const notOpen = { errMsg: 'sendSocketMessage:fail SocketTask.readyState is not OPEN' }
    expect(await ask('send', { data: 'x' })).toEqual(notOpen)
    await next('onOpen')
    expect(await ask('close', { code: 1001 })).toEqual({
      errMsg: 'closeSocket:fail invalid code 1001 or reason',
    })
    const closed = next('onClose')
    await ask('close', {})
    expect(await ask('close', {})).toEqual({
      errMsg: 'closeSocket:fail SocketTask.readyState is CLOSED',
    })
    await closed
    expect(await ask('send', { data: 'x' })).toEqual(notOpen)
  })

  it('a socket is closed as interrupted after five seconds in the background, where no new one opens', async () => {
    const { url } = await serve()
    const clock = createManualClock(0)
    const phone = open({ clock })
    const { heard, next } = connect(phone, { url })
    const opened = next('onOpen')
    await clock.advance(0)
    await opened
    phone.background.hidden()
    await clock.advance(4_999)
    expect(heard).toHaveLength(1)
    await clock.advance(1)
    expect(heard[1]).toEqual(['onClose', { code: 1000, reason: 'interrupted' }])
    expect(await phone.call('connectSocket', { url })).toEqual({
      errMsg: 'connectSocket:fail interrupted',
    })
    phone.background.shown()
    expect(await phone.call('connectSocket', { url })).toEqual({ errMsg: 'connectSocket:ok' })
    phone.hangUp()
  })

  it('a socket breaks when the network goes off, and does not open without one', async () => {
    const { url } = await serve()
    const network = createNodeNetwork()
    const phone = open({ network })
    const { next } = connect(phone, { url })
    await next('onOpen')
    const closed = next('onClose')
    network.switchTo('none')
    expect(await closed).toEqual({ code: 1006, reason: 'abnormal closure' })
    const offline = connect(phone, { url })
    await offline.next('onClose')
    expect(offline.heard[0]).toEqual(['onError', { errMsg: 'net::ERR_INTERNET_DISCONNECTED' }])
  })

  it('a socket that is not open in time reports timeout and ends', async () => {
    const clock = createManualClock(0)
    const network = {
      ...createNodeNetwork(),
      connect: () => ({ send() {}, close() {}, drop() {} }),
    }
    const { heard } = connect(open({ clock, network }), { url: 'ws://a.example', timeout: 100 })
    await clock.advance(100)
    expect(heard.map(([, event]) => event)).toEqual([
      { errMsg: 'timeout' },
      { code: 1006, reason: 'abnormal closure' },
    ])
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

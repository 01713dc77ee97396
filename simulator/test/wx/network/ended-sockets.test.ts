import { createNodeNetwork } from '../../../host/node/node-network'
import { createManualClock } from '../../../wx/phone/clock'
import { connect, open, servers } from './open-sockets'

describe('sockets that end', () => {
  const serve = servers()

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
})

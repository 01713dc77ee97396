import { Type } from '@sinclair/typebox'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { wechatCaller } from '../src/wechat/call'
import { createCircuit } from '../src/wechat/circuit'
import { createGate } from '../src/wechat/gate'
import { httpSender, type HttpAnswer } from '../src/wechat/http'
import { handClock } from './kit/hand-clock'

const SECOND = 1_000

describe('the gate', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  /** A gate of two usual places and four in all, and the names of those who have begun. */
  const open = () => {
    const gate = createGate({ usual: 2, most: 4, patienceMs: 100 })
    const begun: string[] = []
    const leaves = new Map<string, () => void>()
    const enter = (name: string): boolean => {
      const entered = gate.enter()
      void entered?.then((leave) => {
        begun.push(name)
        leaves.set(name, leave)
      })
      return entered !== null
    }
    const leave = async (name: string) => {
      leaves.get(name)?.()
      await jest.advanceTimersByTimeAsync(0)
    }
    return { enter, leave, begun }
  }

  it('lets so many calls run at once as are usual, and the next when one has ended', async () => {
    const { enter, leave, begun } = open()
    for (const name of ['a', 'b', 'c', 'd']) enter(name)
    await jest.advanceTimersByTimeAsync(99)
    expect(begun).toEqual(['a', 'b'])
    await leave('b')
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  it('lets a call begin anyway after a tenth of a second: the others are slow', async () => {
    const { enter, leave, begun } = open()
    for (const name of ['a', 'b', 'c', 'd']) enter(name)
    await jest.advanceTimersByTimeAsync(101)
    expect(begun).toEqual(['a', 'b', 'c', 'd'])
    // Two too many run: the end of one makes no room.
    await leave('a')
    enter('e')
    expect(begun).toHaveLength(4)
    await leave('b')
    await leave('c')
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('refuses at once what is too much, and takes calls again when others have ended', async () => {
    const { enter, leave } = open()
    expect(['a', 'b', 'c', 'd', 'e'].map(enter)).toEqual([true, true, true, true, false])
    await jest.advanceTimersByTimeAsync(0)
    await leave('a')
    expect([enter('f'), enter('g')]).toEqual([true, false])
  })
})

describe('the circuit', () => {
  const open = () => {
    const clock = handClock()
    const circuit = createCircuit({ failures: 5, spanMs: SECOND, restMs: 2 * SECOND }, clock)
    const begin = () => {
      const turn = circuit.begin()
      return 'restMs' in turn ? turn.restMs : turn.end
    }
    const call = (outcome: 'answered' | 'failed') => {
      const turn = begin()
      if (typeof turn === 'number') return false
      turn(outcome)
      return true
    }
    const breakIt = () => {
      for (let failure = 0; failure < 5; failure++) {
        call('failed')
        clock.advance(SECOND / 4)
      }
    }
    return { clock, begin, call, breakIt }
  }

  it('stays closed while calls are slow, but answered', () => {
    const { clock, begin, call } = open()
    for (let round = 0; round < 10; round++) {
      const ends = Array.from({ length: 260 }, begin)
      clock.advance(5 * SECOND)
      for (const end of ends) if (typeof end === 'function') end('answered')
    }
    expect(call('answered')).toBe(true)
  })

  it('opens after failures in a row that last for a second, and not for one blip', () => {
    const { clock, begin, call } = open()
    const ends = Array.from({ length: 100 }, begin)
    for (const end of ends) if (typeof end === 'function') end('failed')
    expect(call('answered')).toBe(true)
    for (let failure = 0; failure < 4; failure++) call('failed')
    clock.advance(SECOND)
    expect(call('failed')).toBe(true)
    expect(begin()).toBe(2 * SECOND)
  })

  it('is kept closed by an answer among the failures', () => {
    const { clock, call } = open()
    for (let times = 0; times < 50; times++) {
      expect(call(times % 5 === 4 ? 'answered' : 'failed')).toBe(true)
      clock.advance(SECOND)
    }
  })

  it('lets one call probe after its rest, holds the others off, and closes when that is answered', () => {
    const { clock, begin, call, breakIt } = open()
    breakIt()
    clock.advance(2 * SECOND - SECOND / 4 - 1)
    expect(begin()).toBe(1)
    clock.advance(1)
    const probe = begin()
    expect([begin(), begin()]).toEqual([2 * SECOND, 2 * SECOND])
    if (typeof probe === 'function') probe('answered')
    expect(Array.from({ length: 260 }, () => call('answered'))).not.toContain(false)
  })

  it('rests again when the probe fails', () => {
    const { clock, call, breakIt, begin } = open()
    breakIt()
    clock.advance(2 * SECOND)
    expect(call('failed')).toBe(true)
    expect(begin()).toBe(2 * SECOND)
  })

  it('does not listen to calls that began before it closed again', () => {
    const { clock, begin, call, breakIt } = open()
    const old = Array.from({ length: 100 }, begin)
    breakIt()
    clock.advance(2 * SECOND)
    expect(call('answered')).toBe(true)
    for (const end of old) {
      clock.advance(SECOND)
      if (typeof end === 'function') end('failed')
    }
    expect(call('answered')).toBe(true)
  })

  it('is not kept open by a clock that was set back', () => {
    const { clock, call, breakIt } = open()
    breakIt()
    clock.advance(-60 * SECOND)
    expect(call('answered')).toBe(true)
  })
})

describe('calls of WeChat', () => {
  const shape = Type.Object({ fine: Type.Boolean() })
  const fine: HttpAnswer = { status: 200, text: '{"fine":true}' }

  /** A caller whose WeChat answers what `next` returns. */
  const open = () => {
    const clock = handClock()
    const wechat = { next: (): Promise<HttpAnswer> => Promise.resolve(fine), calls: 0 }
    const send = () => {
      wechat.calls += 1
      return wechat.next()
    }
    const call = wechatCaller('http://wechat.invalid', clock, () => send)
    const ask = (path = '/sns/jscode2session') => call({ path, answer: shape })
    return { clock, wechat, ask }
  }
  const unavailable = (retryAfter: number) => ({
    status: 503,
    errorCode: 'wechat_unavailable',
    details: { retry_after: retryAfter },
  })

  it.each<[string, () => Promise<HttpAnswer>]>([
    ['does not answer', () => Promise.reject(new Error('aborted'))],
    ['has a gateway in trouble', () => Promise.resolve({ status: 502, text: '<html>' })],
  ])('are not made while WeChat %s, and made again within ten seconds', async (_why, next) => {
    const { clock, wechat, ask } = open()
    wechat.next = next
    for (let failure = 0; failure < 5; failure++) {
      await expect(ask()).rejects.toMatchObject(unavailable(1))
      clock.advance(SECOND / 2)
    }
    expect(wechat.calls).toBe(5)
    await expect(ask()).rejects.toMatchObject(unavailable(2))
    expect(wechat.calls).toBe(5)
    expect(await ask('/wxa/msg_sec_check').catch(() => 'tried')).toBe('tried')
    expect(wechat.calls).toBe(6)

    wechat.next = () => Promise.resolve(fine)
    let waitedMs = 0
    while ((await ask().catch(() => null)) === null) {
      clock.advance(SECOND)
      waitedMs += SECOND
    }
    expect(waitedMs).toBeLessThan(10 * SECOND)
    expect(await Promise.all(Array.from({ length: 260 }, () => ask()))).toHaveLength(260)
  })

  it('go on while WeChat refuses them: that is an answer', async () => {
    const { clock, wechat, ask } = open()
    wechat.next = () => Promise.resolve({ status: 200, text: '{"errcode":40029}' })
    for (let call = 0; call < 20; call++) {
      await expect(ask()).rejects.toThrow('errcode 40029')
      clock.advance(SECOND)
    }
  })

  it('are refused at once beyond 512 that have no answer, and taken again when they have', async () => {
    const { wechat, ask } = open()
    const answers: ((answer: HttpAnswer) => void)[] = []
    wechat.next = () => new Promise((resolve) => answers.push(resolve))
    const waiting = Array.from({ length: 512 }, () => ask())
    await expect(ask()).rejects.toMatchObject(unavailable(2))
    wechat.next = () => Promise.resolve(fine)
    const first = waiting[0]
    await new Promise(setImmediate)
    for (const answer of answers) answer(fine)
    expect(await Promise.all(waiting)).toHaveLength(512)
    expect(await Promise.all([first, ask()])).toHaveLength(2)
  })
})

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
    return httpSender(`http://127.0.0.1:${port}`, { connections: 1, deadlineMs })
  }

  it('ends at its deadline, also when a byte of the body comes now and then', async () => {
    answer = (reply) => {
      reply.writeHead(200)
      const drip = setInterval(() => reply.write('x'), 10)
      reply.on('close', () => clearInterval(drip))
    }
    await expect(send(200)('/', null)).rejects.toThrow()
  })

  it('ends at its deadline for what waits for a connection, too', async () => {
    answer = () => undefined
    const patient = send(200)
    const calls = await Promise.allSettled([patient('/', null), patient('/', '{}')])
    expect(calls.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('returns status and body of an answer in time', async () => {
    answer = (reply) => reply.writeHead(418).end('tea')
    expect(await send(60_000)('/', null)).toEqual({ status: 418, text: 'tea' })
  })
})

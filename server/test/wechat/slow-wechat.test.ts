import { Type } from '@sinclair/typebox'
import { createWechatCaller } from '../../src/wechat/call'
import { type HttpAnswer } from '../../src/wechat/http'
import { handClock } from '../kit/hand-clock'

const SECOND = 1_000

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
    const call = createWechatCaller('http://wechat.invalid', clock, () => send)
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
  ])(
    'no call of WeChat is made while WeChat %s, and one within ten seconds',
    async (_why, next) => {
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
    },
  )

  it('the calls of WeChat go on while WeChat refuses them: that is an answer', async () => {
    const { clock, wechat, ask } = open()
    wechat.next = () => Promise.resolve({ status: 200, text: '{"errcode":40029}' })
    for (let call = 0; call < 20; call++) {
      await expect(ask()).rejects.toThrow('errcode 40029')
      clock.advance(SECOND)
    }
  })

  it('the calls of WeChat are refused at once beyond 512 that have no answer, and taken again when they have', async () => {
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

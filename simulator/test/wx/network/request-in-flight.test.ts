import { createManualClock } from '../../../wx/phone/clock'
import { createNetwork, type WireRequest } from '../../../wx/network/network'
import { createPhone } from '../phone'

/** A network that keeps every request until the test answers it. */
const createHeldNetwork = () => {
  const held: { request: WireRequest; answer: () => void }[] = []
  const send = (request: WireRequest) =>
    new Promise<never>((resolve, reject) => {
      request.signal.addEventListener('abort', () => reject(new Error('aborted')))
      const response = { status: 200, headers: {}, cookies: [], body: new ArrayBuffer(0) }
      held.push({ request, answer: () => resolve(response as never) })
    })
  return { held, network: { ...createNetwork(), send } }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('wx.request while it is under way', () => {
  it('wx.request returns a task, not a promise', () => {
    const { wx } = createPhone(createHeldNetwork())
    const task = wx['request']?.({ url: 'http://a/' }) as { abort: () => void }
    expect(task).not.toHaveProperty('then')
    task.abort()
  })

  it('wx.request fails with abort when its task is aborted, sent or still waiting', async () => {
    const { network, held } = createHeldNetwork()
    const { wx } = createPhone({ network })
    const results = Array.from({ length: 11 }, () => {
      const result = { task: { abort: () => undefined as void }, outcome: Promise.resolve({}) }
      result.outcome = new Promise((resolve) => {
        result.task = wx['request']?.({ url: 'http://a/', fail: resolve }) as typeof result.task
      })
      return result
    })
    await turn()
    expect(held).toHaveLength(10)
    for (const { task } of results.reverse()) task.abort()
    for (const { outcome } of results) {
      expect(await outcome).toEqual({ errMsg: 'request:fail abort' })
    }
    expect(held).toHaveLength(10)
  })

  it('wx.request keeps ten in flight and sends the next when one is answered', async () => {
    const { network, held } = createHeldNetwork()
    const { call } = createPhone({ network })
    const outcomes = Array.from({ length: 25 }, (_, n) => call('request', { url: `http://a/${n}` }))
    await turn()
    expect(held).toHaveLength(10)
    held[3]?.answer()
    await turn()
    expect(held.map(({ request }) => request.url)).toHaveLength(11)
    for (let next = 0; next < 25; next += 1) {
      held[next]?.answer()
      await turn()
    }
    expect(await Promise.all(outcomes)).toHaveLength(25)
    expect(held.map(({ request }) => request.url)).toEqual(
      Array.from({ length: 25 }, (_, n) => `http://a/${n}`),
    )
  })

  it.each([
    [undefined, 60_000],
    [5_000, 5_000],
  ])('wx.request with timeout %p fails after %i ms and not before', async (timeout, expected) => {
    const clock = createManualClock(0)
    const { call } = createPhone({ network: createHeldNetwork().network, clock })
    const seen: object[] = []
    const outcome = call('request', { url: 'http://a/', timeout }).then((result) =>
      seen.push(result),
    )
    await clock.advance(expected - 1)
    expect(seen).toEqual([])
    await clock.advance(1)
    await outcome
    expect(seen).toEqual([{ errMsg: 'request:fail timeout', errno: 5 }])
  })

  it('wx.request is interrupted by five seconds in the background, in one go', async () => {
    const clock = createManualClock(0)
    const { call, background } = createPhone({ network: createHeldNetwork().network, clock })
    const outcome = call('request', { url: 'http://a/' })
    background.hidden()
    await clock.advance(4_999)
    background.shown()
    background.hidden()
    const seen: object[] = []
    void outcome.then((result) => seen.push(result))
    await clock.advance(4_999)
    expect(seen).toEqual([])
    await clock.advance(1)
    expect(await outcome).toEqual({ errMsg: 'request:fail interrupted' })
  })
})

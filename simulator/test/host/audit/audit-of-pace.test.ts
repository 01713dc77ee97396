import { realClock } from '../../../wx/phone/clock'
import { createNetwork } from '../../../wx/network/network'
import { onePage, run } from '../bundle'

const BUTTON = '<view id="go" bindtap="go" />'

/** Runs a page whose tap does this, on a clock that stands still unless `tick` is called. */
const openPage = async (go: string) => {
  let now = 0
  const clock = { ...realClock, now: () => now }
  const network = {
    ...createNetwork(),
    send: async () => {
      now += 400
      return { status: 200, headers: {}, cookies: [], body: new ArrayBuffer(0) }
    },
  }
  const app = await run(onePage(`Page({ async go() { ${go} } })`, BUTTON), { clock, network })
  return { app, tick: (ms: number) => (now += ms) }
}

const repeat = (times: number, statement: string) =>
  `for (let n = 0; n < ${times}; n += 1) { ${statement} }`

describe('the audit of how often things happen', () => {
  it.each([
    [20, []],
    [21, ['setData was called 21 times in a second; at most 20 are fine.']],
  ])('the audit counts %i calls of setData in a second: %j', async (times, findings) => {
    const { app } = await openPage(repeat(times, 'this.setData({ n })'))
    await app.tap('go')
    expect(app.audit().findings).toEqual(findings)
    app.close()
  })

  it('the audit counts calls of setData from one action of the person to the next, and one second at most', async () => {
    const { app, tick } = await openPage(repeat(15, 'this.setData({ n })'))
    await app.tap('go')
    await app.tap('go')
    tick(1000)
    await app.tap('go')
    expect(app.audit().findings).toEqual([])
    app.close()
  })

  it.each(['login', 'checkSession', 'getSetting'])(
    'the audit finds more than four wx.%s a second',
    async (name) => {
      const { app } = await openPage(repeat(5, `await wx.${name}()`))
      await app.tap('go')
      expect(app.audit().findings).toEqual([
        `${name} was called 5 times in a second; at most 4 are fine.`,
      ])
      app.close()
    },
  )
})

describe('the audit of what should not happen', () => {
  it('the audit names deprecated members of wx', async () => {
    const { app } = await openPage('wx.getSystemInfoSync()')
    await app.tap('go')
    expect(app.audit().findings).toEqual(['wx.getSystemInfoSync is deprecated.'])
    app.close()
  })

  it('the audit counts errors that nothing caught', async () => {
    const { app } = await openPage('setTimeout(() => { throw new Error("unseen") }, 0)')
    await app.tap('go')
    expect(app.audit().findings).toEqual(['Uncaught errors: 1; none are fine.'])
    app.close()
  })

  it('the audit distinguishes slow requests: they may be the fault of the machine', async () => {
    const request = 'wx.request({ url: "https://a.example/" })'
    const { app } = await openPage(repeat(11, request))
    await app.tap('go')
    expect(app.audit().findings).toEqual([])
    expect(app.audit().slow).toEqual([
      expect.stringMatching(/^Requests of more than 1 s: \d+\.$/),
      'Requests of more than 300 ms at once: 11; at most 10 are fine.',
    ])
    app.close()
  })
})

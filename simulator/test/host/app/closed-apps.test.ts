import type { Network, WireResponse } from '../../../wx/network/network'
import { createManualClock } from '../../../wx/phone/clock'
import { logOf, onePage, run } from '../bundle'

const ANSWER: WireResponse = { status: 200, headers: {}, cookies: [], body: new ArrayBuffer(0) }

/** A network that answers the first request at once, and holds the others until `answer` is called. */
const heldNetwork = () => {
  const held: (() => void)[] = []
  let asked = 0
  const network: Network = {
    send: () =>
      new Promise((resolve) => {
        asked += 1
        if (asked === 1) resolve(ANSWER)
        else held.push(() => resolve(ANSWER))
      }),
    type: () => 'wifi',
    onChange: () => undefined,
  }
  return { network, asked: () => asked, answer: () => held.splice(0).forEach((go) => go()) }
}

const again = "console.log('answered'); setTimeout(poll, 200)"

describe('an app that was closed', () => {
  it.each([
    ['a callback', `wx.request({ url: 'http://a/', complete: () => { ${again} } })`],
    [
      'a promise',
      `new Promise((success) => wx.request({ url: 'http://a/', success })).then(() => { ${again} })`,
    ],
  ])('an app that was closed runs no more, though %s of it was waiting', async (_kind, poll) => {
    const { network, asked, answer } = heldNetwork()
    const clock = createManualClock(0)
    const sources = onePage(`const poll = () => { ${poll} }; Page({ onLoad() { poll() } })`)
    const app = await run(sources, { network, clock })
    await clock.advance(200)
    expect(asked()).toBe(2)
    app.close()
    answer()
    await clock.advance(1000)
    expect(logOf(app)).toEqual(['answered'])
    expect(asked()).toBe(2)
  })
})

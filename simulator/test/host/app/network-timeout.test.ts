import { createManualClock } from '../../../wx/phone/clock'
import type { Network } from '../../../wx/network/network'
import { logOf, onePage, run } from '../bundle'

/** A network that never answers. */
const silent: Network = {
  send: () => new Promise(() => undefined),
  type: () => 'wifi',
  onChange: () => undefined,
}

const sources = (name: string, timeout: string, networkTimeout: object) => ({
  ...onePage(
    `Page({ onLoad() { setTimeout(() => wx.${name}({ url: 'http://a.example/', ${timeout} fail: ({ errMsg }) => console.log(errMsg) }), 200) } })`,
  ),
  'app.json': JSON.stringify({ pages: ['pages/a'], networkTimeout }),
})

describe('networkTimeout of app.json', () => {
  it.each([
    ['request', '', { request: 3000 }, 3000],
    ['downloadFile', '', { request: 3000, downloadFile: 4000 }, 4000],
    ['request', 'timeout: 500,', { request: 3000 }, 500],
    ['request', '', { downloadFile: 4000 }, 60_000],
    ['request', '', { request: 'soon' }, 60_000],
  ])(
    'networkTimeout of app.json ends wx.%s (%s) by %j after %i ms',
    async (name, timeout, networkTimeout, ms) => {
      const clock = createManualClock(0)
      const app = await run(sources(name, timeout, networkTimeout), { clock, network: silent })
      await clock.advance(200)
      await clock.advance(ms - 1)
      expect(logOf(app)).toEqual([])
      await clock.advance(1)
      await app.until(() => app.console.length > 0)
      expect(logOf(app)).toEqual([`${name}:fail timeout`])
      app.close()
    },
  )
})

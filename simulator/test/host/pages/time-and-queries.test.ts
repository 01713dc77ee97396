import { createManualClock } from '../../../wx/phone/clock'
import { logOf, onePage, run } from '../bundle'

describe('a page of the bundle', () => {
  it('the host moves time by hand: timers and Date follow the clock', async () => {
    const clock = createManualClock(1_700_000_000_000)
    const page = `Page({ onLoad() {
      const began = Date.now()
      setTimeout(() => console.log('after', Date.now() - began, new Date().getTime() - began), 60000)
    } })`
    const launching = run(onePage(page), { clock })
    await clock.advance(0)
    const app = await launching
    await clock.advance(59_999)
    expect(logOf(app)).toEqual([])
    await clock.advance(1)
    expect(logOf(app)).toEqual(['after 60000 60000'])
    app.close()
  })

  it('a page that queries while it loads hears of its nodes after the first render', async () => {
    const page = `Page({
      onLoad() { wx.createSelectorQuery().select('#here').boundingClientRect(({ id }) => console.log(id)).exec() },
      onReady() { console.log('onReady') },
    })`
    const app = await run(
      onePage(page, '<view id="here" /><c />', {
        'pages/a.json': JSON.stringify({ usingComponents: { c: './c' } }),
        'pages/c.json': '{"component":true}',
        'pages/c.wxml': '<view />',
        'pages/c.js': `Component({ ready() { console.log('ready') } })`,
      }),
    )
    expect(logOf(app)).toEqual(['ready', 'onReady', 'here'])
    app.close()
  })

  it('the host queries the page on screen', async () => {
    const page = `Page({ onReady() {
      wx.createSelectorQuery().select('#here').fields({ id: true, dataset: true }).exec(([found]) => console.log(JSON.stringify(found)))
    } })`
    const app = await run(onePage(page, '<view id="here" data-n="1" />'))
    await app.until(() => app.console.length > 0)
    expect(logOf(app)).toEqual(['{"id":"here","dataset":{"n":"1"}}'])
    app.close()
  })
})

import { createManualClock } from '../../../wx/phone/clock'
import { createPerson } from '../../../wx/phone/person'
import { createScreen } from '../../../wx/screen/screen'
import { logOf, onePage, run } from '../bundle'

const button = (handler: string) => `<button id="go" bindtap="${handler}">go</button>`

describe('a tap', () => {
  it('a handler loses its tap across an await, and keeps it before', async () => {
    const page = `Page({
      now() { this.ask() },
      async late() { await wx.login(); this.ask() },
      ask() { wx.getUserProfile({ desc: 'd', success: () => console.log('ok'), fail: ({ errMsg }) => console.log(errMsg) }) },
    })`
    const inTap = await run(onePage(page, button('now')))
    await inTap.tap('go')
    expect(logOf(inTap)).toEqual(['ok'])
    inTap.close()
    const lost = await run(onePage(page, button('late')))
    await lost.tap('go')
    expect(logOf(lost)).toEqual(['getUserProfile:fail can only be invoked by user TAP gesture.'])
    lost.close()
  })

  it.each([
    ['setTimeout(ask)', 'ok'],
    ['setTimeout(ask, 0)', 'ok'],
    ['setTimeout(ask, 1000)', 'no tap'],
    ['setTimeout(() => setTimeout(ask))', 'no tap'],
    ['Promise.resolve().then(() => setTimeout(ask))', 'no tap'],
  ])(
    'a tap goes on in a timer that it set without a delay, as in uni-app: %s',
    async (way, said) => {
      const page = `const ask = () => wx.getUserProfile({ desc: 'd', success: () => console.log('ok'), fail: () => console.log('no tap') })
      Page({ now() { ${way} } })`
      const clock = createManualClock(0)
      const app = await run(onePage(page, button('now')), { clock })
      await app.tap('go')
      await clock.advance(1000)
      expect(logOf(app)).toEqual([said])
      app.close()
    },
  )

  it('a tap under a masked loading is refused', async () => {
    const screen = createScreen()
    const app = await run(onePage("Page({ tap() { console.log('tap') } })", button('tap')), {
      screen,
    })
    screen.set({ loading: { title: '', mask: true } })
    await app.tap('go')
    expect(logOf(app)).toEqual([])
    screen.set({ loading: null })
    await app.tap('go')
    expect(logOf(app)).toEqual(['tap'])
    app.close()
  })

  it('a tap loses the event of an open-type button that it unmounted itself', async () => {
    const page =
      'Page({ data: { open: true }, close() { this.setData({ open: false }) }, phone(event) { console.log(event.detail.errMsg) } })'
    const open = (attributes: string) =>
      `<button id="go" wx:if="{{open}}" open-type="getPhoneNumber" bindgetphonenumber="phone" ${attributes} />`
    const kept = await run(onePage(page, open('')))
    await kept.tap('go')
    expect(logOf(kept)).toEqual(['getPhoneNumber:ok'])
    kept.close()
    const unmounted = await run(onePage(page, open('bindtap="close"')))
    await unmounted.tap('go')
    expect(logOf(unmounted)).toEqual([])
    unmounted.close()
  })

  it('the host notes every call to wx: its order and whether it was inside a tap', async () => {
    const page = `Page({
      async ask() { wx.login(); wx.getUserProfile({ desc: 'd' }); await wx.login(); wx.checkSession() },
    })`
    const app = await run(onePage(page, button('ask')))
    await app.tap('go')
    expect(app.calls.map(({ name, inTap }) => [name, inTap])).toEqual([
      ['login', true],
      ['getUserProfile', true],
      ['login', true],
      ['checkSession', false],
    ])
    app.close()
  })

  it('the album for an avatar hides and shows the page around it', async () => {
    const file = { bytes: new ArrayBuffer(1), type: 'image/png' } as const
    const person = createPerson('alice', { avatar: { kind: 'choose', from: 'album', file } })
    const page = `Page({
      onShow() { console.log('show') }, onHide() { console.log('hide') },
      chosen({ detail }) { console.log(detail.avatarUrl) },
    })`
    const app = await run(
      onePage(page, '<button id="go" open-type="chooseAvatar" bindchooseavatar="chosen" />'),
      { person },
    )
    await app.tap('go')
    expect(logOf(app)).toEqual(['show', 'hide', 'show', 'http://tmp/000001.png'])
    app.close()
  })
})

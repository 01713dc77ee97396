import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { createManualClock } from '../../wx/clock'
import { createPerson } from '../../wx/person'
import { createScreen } from '../../wx/screen'
import { errorsOf, logOf, onePage, run, type Sources } from './bundle'

const require = createRequire(import.meta.url)

const button = (handler: string) => `<button id="go" bindtap="${handler}">go</button>`

describe('a whole mini-program', () => {
  // In a process of its own: Jest takes unhandled rejections for itself and fails the test they fall into.
  it('reports a rejected promise that nothing handled, to wx.onUnhandledRejection too', async () => {
    const script = require.resolve('./rejecting-app.ts')
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script])
    expect(JSON.parse(stdout)).toEqual({
      errors: [{ where: 'unhandled rejection', error: 'Error: lost' }],
      log: ['told lost'],
    })
  }, 20_000)

  it('tells an uncaught error to App.onError and wx.onError', async () => {
    const app = await run({
      ...onePage("Page({ onLoad() { throw new Error('thrown') } })"),
      'app.js':
        "wx.onError(({ message }) => console.log('wx', message.split('\\n')[0])); App({ onError(message) { console.log('app', message.split('\\n')[0]) } })",
    })
    expect(errorsOf(app)).toEqual(['Error: thrown'])
    expect(logOf(app)).toEqual(['app Error: thrown', 'wx Error: thrown'])
    app.close()
  })

  it('reports a page that never called Page()', async () => {
    const app = await run(onePage('const nothing = 1'))
    expect(errorsOf(app)).toEqual([
      'Error: Page "pages/a" is not registered: its script calls neither Page() nor Component().',
    ])
    app.close()
  })

  it('loses the tap across an await, and keeps it in the handler itself', async () => {
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

  it('lets nobody tap under a masked loading', async () => {
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

  it('loses the event of an open-type button that its own tap unmounted', async () => {
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

  it('hides and shows the page around an avatar from the album', async () => {
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

  it('makes components ready, children first, those that come later too', async () => {
    const component = (name: string) => `Component({
      lifetimes: { attached() { console.log('${name} attached') }, ready() { console.log('${name} ready') }, detached() { console.log('${name} detached') } },
      pageLifetimes: { show() { console.log('${name} show') } },
    })`
    const sources: Sources = onePage(
      "Page({ data: { more: false }, onReady() { console.log('page ready') }, toggle() { this.setData({ more: !this.data.more }) } })",
      `<outer/><outer wx:if="{{more}}"/>${button('toggle')}`,
      {
        'pages/a.json': JSON.stringify({ usingComponents: { outer: '../parts/outer' } }),
        'parts/outer.json': JSON.stringify({
          component: true,
          usingComponents: { inner: './inner' },
        }),
        'parts/outer.js': component('outer'),
        'parts/outer.wxml': '<inner/>',
        'parts/inner.json': JSON.stringify({ component: true }),
        'parts/inner.js': component('inner'),
        'parts/inner.wxml': '<view/>',
      },
    )
    const app = await run(sources)
    expect(logOf(app)).toEqual([
      ...['outer attached', 'inner attached', 'outer show', 'inner show'],
      ...['inner ready', 'outer ready', 'page ready'],
    ])
    const before = app.console.length
    await app.tap('go')
    await app.tap('go')
    expect(logOf(app).slice(before)).toEqual([
      ...['outer attached', 'inner attached', 'inner ready', 'outer ready'],
      ...['inner detached', 'outer detached'],
    ])
    app.close()
  })

  it('gives getApp, getCurrentPages, route and options', async () => {
    const app = await run(
      {
        ...onePage(
          'Page({ onLoad(query) { const pages = getCurrentPages(); console.log(getApp().name, this.route, query.id, this.options.id, pages.length) } , onShow() { console.log(getCurrentPages()[0] === this) } })',
        ),
        'app.js': "App({ name: 'app' })",
      },
      { url: '/pages/a?id=%E4%B8%AD', scene: 1007 },
    )
    expect(logOf(app)).toEqual(['app pages/a %E4%B8%AD %E4%B8%AD 0', 'true'])
    app.close()
  })

  it('notes every call to wx: its order and whether it was inside a tap', async () => {
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

  it('takes a member of wx away', async () => {
    const page =
      "Page({ onLoad() { console.log('getUserProfile' in wx, typeof wx.getUserProfile) } })"
    const app = await run(onePage(page), { wx: { getUserProfile: undefined } })
    expect(logOf(app)).toEqual(['false undefined'])
    app.close()
  })

  it('asks the app about an entry page that does not exist', async () => {
    const app = await run(
      {
        ...onePage('Page({})'),
        'app.js':
          "App({ onPageNotFound({ path }) { console.log(path); wx.redirectTo({ url: '/pages/a' }) } })",
      },
      { url: '/pages/gone?x=1' },
    )
    expect(logOf(app)).toEqual(['pages/gone'])
    expect(app.page()).toBe('pages/a')
    app.close()
  })

  it('queries the page on screen', async () => {
    const page = `Page({ onReady() {
      wx.createSelectorQuery().select('#here').fields({ id: true, dataset: true }).exec(([found]) => console.log(JSON.stringify(found)))
    } })`
    const app = await run(onePage(page, '<view id="here" data-n="1" />'))
    await app.until(() => app.console.length > 0)
    expect(logOf(app)).toEqual(['{"id":"here","dataset":{"n":"1"}}'])
    app.close()
  })

  it('shares modules by path, and keeps sub-packages apart', async () => {
    const sources = onePage(
      "const a = require('../lib/counter'); const b = require('/lib/counter.js'); a.add(); console.log(b.count()); Page({ onLoad() { require('../sub/secret') } })",
      '<view/>',
      {
        'app.json': JSON.stringify({
          pages: ['pages/a'],
          subPackages: [{ root: 'sub', pages: ['b'] }],
          lazyCodeLoading: 'requiredComponents',
        }),
        'lib/counter.js': 'let n = 0; module.exports = { add: () => (n += 1), count: () => n }',
        'sub/secret.js': 'exports.secret = 1',
      },
    )
    const app = await run(sources)
    expect(logOf(app)).toEqual(['1'])
    expect(errorsOf(app)).toEqual([
      "Error: module 'sub/secret.js' is in another sub-package, require args is '../sub/secret'",
    ])
    app.close()
  })

  it('takes a Component as a page: query into properties, methods as page events, observers, behaviors', async () => {
    const page = `const shared = Behavior({ data: { from: 'behavior' } })
    Component({
      behaviors: [shared],
      properties: { id: Number },
      observers: { id(value) { this.setData({ twice: value * 2 }) } },
      methods: { onLoad({ id }) { console.log('load', id, this.data.from) }, onShow() { console.log('show') } },
    })`
    const app = await run(onePage(page, '<text id="n">{{id}} {{twice}}</text>'), {
      url: '/pages/a?id=21',
    })
    expect(app.text('n')).toBe('21 42')
    expect(logOf(app)).toEqual(['load 21 behavior', 'show'])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('loads the code of all main pages at launch unless it is told to be lazy', async () => {
    const pages = (lazyCodeLoading: string | undefined) => ({
      ...onePage("console.log('a'); Page({})"),
      'app.json': JSON.stringify({ pages: ['pages/a', 'pages/b'], lazyCodeLoading }),
      'pages/b.js': "console.log('b'); Page({})",
      'pages/b.wxml': '<view/>',
    })
    const eager = await run(pages(undefined))
    expect(logOf(eager)).toEqual(['a', 'b'])
    eager.close()
    const lazy = await run(pages('requiredComponents'))
    expect(logOf(lazy)).toEqual(['a'])
    lazy.close()
  })

  it('runs WXS in templates', async () => {
    const app = await run(
      onePage(
        'Page({ data: { n: 2 } })',
        '<wxs module="m" src="../m.wxs"/><text id="n">{{m.twice(n)}}</text>',
        {
          'm.wxs': 'module.exports = { twice: function (n) { return n * 2 } }',
        },
      ),
    )
    expect(app.text('n')).toBe('4')
    app.close()
  })

  it('moves time by hand: timers and Date follow the clock', async () => {
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

  it.each([
    ['navigateTo', '/pages/nowhere', 'navigateTo:fail page "pages/nowhere" is not found'],
    ['switchTab', '/pages/b', 'switchTab:fail can not switch to no-tabBar page'],
    ['navigateTo', '/pages/a', 'navigateTo:fail can not navigateTo a tabbar page'],
    ['redirectTo', '/pages/a', 'redirectTo:fail can not redirectTo a tabbar page'],
  ])('refuses %s to %s', async (move, url, errMsg) => {
    const page = `Page({ go() { wx.${move}({ url: '${url}', fail: ({ errMsg }) => console.log(errMsg) }) } })`
    const app = await run({
      ...onePage(page, button('go')),
      'app.json': JSON.stringify({
        pages: ['pages/a', 'pages/b'],
        tabBar: { list: [{ pagePath: 'pages/a', text: 'A' }] },
      }),
      'pages/b.js': 'Page({})',
      'pages/b.wxml': '<view/>',
    })
    await app.tap('go')
    expect(logOf(app)).toEqual([errMsg])
    expect(app.page()).toBe('pages/a')
    app.close()
  })

  it('keeps at most ten pages', async () => {
    const page =
      "Page({ go() { wx.navigateTo({ url: '/pages/a', fail: ({ errMsg }) => console.log(errMsg) }) } })"
    const app = await run(onePage(page, button('go')))
    for (let page = 1; page <= 10; page += 1) await app.tap('go')
    expect(app.stack()).toHaveLength(10)
    expect(logOf(app)).toEqual(['navigateTo:fail webview count limit exceed'])
    app.close()
  })

  it('says what is on screen when it waited in vain', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] })
    const app = run(onePage('Page({})', '<text>Hello</text>'))
    await jest.advanceTimersByTimeAsync(10)
    const waiting = (await app).until(() => false)
    const refused = expect(waiting).rejects.toThrow(
      'On screen is pages/a: "Hello"; uncaught errors: none.',
    )
    await jest.advanceTimersByTimeAsync(8000)
    await refused
    jest.useRealTimers()
  })
})

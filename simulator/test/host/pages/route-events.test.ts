import { errorsOf, logOf, run } from '../bundle'

const LISTENING = `
  const say = (name) => (event) => console.log(name, event.openType, event.path, JSON.stringify(event.query), getCurrentPages().length)
  for (const name of ['onBeforeAppRoute', 'onAppRoute', 'onAppRouteDone']) wx[name](say(name.slice(2)))
  wx.onAppRoute((event) => { ids.push([event.routeEventId, event.webviewId, event.renderer, event.notFound]) })
  const ids = []
  const once = () => { console.log('once'); wx.offAppRoute(once) }
  wx.onAppRoute(once)
  App({ ids })`
const SOURCES = {
  'app.json': JSON.stringify({
    pages: ['a', 'tab', 'b'],
    tabBar: { list: [{ pagePath: 'a' }, { pagePath: 'tab' }] },
  }),
  'app.js': LISTENING,
  'a.js': `Page({
    onShow() { console.log('a onShow') }, onReady() { console.log('a onReady') },
    go() { wx.navigateTo({ url: '/b?x=1' }) },
    none() { wx.navigateTo({ url: '/none', fail: () => console.log('none') }) },
    ids() { console.log(JSON.stringify(getApp().ids)) },
  })`,
  'a.wxml': `<view wx:for="{{['go', 'none', 'ids']}}" wx:key="*this" id="{{item}}" bindtap="{{item}}"/>`,
  'tab.js': 'Page({})',
  'tab.wxml': '<view/>',
  'b.js': `Page({ again() { wx.redirectTo({ url: '/b?x=2' }) } })`,
  'b.wxml': '<view id="again" bindtap="again"/>',
}

describe('the route events of an app', () => {
  it('the route events of an app come before a change of page, when the page is shown, and after its first render', async () => {
    const app = await run(SOURCES)
    expect(logOf(app)).toEqual([
      'BeforeAppRoute appLaunch a {} 0',
      'a onShow',
      'AppRoute appLaunch a {} 1',
      'once',
      'a onReady',
      'AppRouteDone appLaunch a {} 1',
    ])
    const after = async (act: () => Promise<void>) => {
      const before = logOf(app).length
      await act()
      return logOf(app).slice(before)
    }
    expect(await after(() => app.tap('go'))).toEqual([
      'BeforeAppRoute navigateTo b {"x":"1"} 1',
      'AppRoute navigateTo b {"x":"1"} 2',
      'AppRouteDone navigateTo b {"x":"1"} 2',
    ])
    expect(await after(() => app.tap('again'))).toContain('AppRoute redirectTo b {"x":"2"} 2')
    expect(await after(() => app.back())).toEqual([
      'BeforeAppRoute navigateBack a {} 2',
      'a onShow',
      'AppRoute navigateBack a {} 1',
      'AppRouteDone navigateBack a {} 1',
    ])
    expect(await after(() => app.tapTab(1))).toContain('AppRoute switchTab tab {} 1')
    expect(await after(() => app.tapTab(1))).toEqual([])
    expect(await after(() => app.tapTab(0))).toContain('AppRoute switchTab a {} 1')
    expect(await after(() => app.tap('none'))).toEqual(['none'])
    expect(await after(() => app.hide())).toEqual([])
    expect(await after(() => app.show())).toEqual(['a onShow'])
    expect(await after(() => app.tap('ids'))).toEqual([
      JSON.stringify(
        [1, 2, 3, 1, 4, 1].map((page, index) => [String(index + 1), page, 'webview', false]),
      ),
    ])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('a page and its components get the end of a change of page after the first render', async () => {
    const log = (who: string) => `console.log('${who}')`
    const app = await run({
      'app.json': '{"pages":["a","b"],"usingComponents":{"part":"/part"}}',
      'app.js': 'App({})',
      'a.js': `Page({
        onReady() { ${log('a ready')} }, onRouteDone() { ${log('a arrived')} },
        go() { wx.navigateTo({ url: '/b' }) },
        past() { wx.navigateTo({ url: '/b' }); wx.navigateBack() },
      })`,
      'a.wxml': '<view id="go" bindtap="go"/><view id="past" bindtap="past"/><part/>',
      'b.js': `Page({ onReady() { ${log('b ready')} }, onRouteDone() { ${log('b arrived')} } })`,
      'b.wxml': '<view/>',
      'part.json': '{"component":true}',
      'part.js': `Component({ pageLifetimes: { routeDone() { ${log('part arrived')} } } })`,
      'part.wxml': '<view/>',
    })
    await app.tap('go')
    expect(logOf(app)).toEqual(['a ready', 'a arrived', 'part arrived', 'b ready', 'b arrived'])
    await app.back()
    expect(logOf(app).slice(5)).toEqual(['a arrived', 'part arrived'])
    await app.hide()
    await app.show()
    expect(logOf(app).slice(7)).toEqual([])
    await app.tap('past')
    expect(logOf(app).slice(7)).not.toContain('b arrived')
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})

import { logOf, onePage, run } from '../bundle'

const button = (handler: string) => `<button id="go" bindtap="${handler}">go</button>`

describe('navigation that WeChat refuses', () => {
  it.each([
    ['navigateTo', '/pages/nowhere', 'navigateTo:fail page "pages/nowhere" is not found'],
    ['switchTab', '/pages/b', 'switchTab:fail can not switch to no-tabBar page'],
    ['navigateTo', '/pages/a', 'navigateTo:fail can not navigateTo a tabbar page'],
    ['redirectTo', '/pages/a', 'redirectTo:fail can not redirectTo a tabbar page'],
  ])("WeChat's navigation refuses %s to %s", async (move, url, errMsg) => {
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

  it("WeChat's navigation keeps at most ten pages", async () => {
    const page =
      "Page({ go() { wx.navigateTo({ url: '/pages/a', fail: ({ errMsg }) => console.log(errMsg) }) } })"
    const app = await run(onePage(page, button('go')))
    for (let page = 1; page <= 10; page += 1) await app.tap('go')
    expect(app.stack()).toHaveLength(10)
    expect(logOf(app)).toEqual(['navigateTo:fail webview count limit exceed'])
    app.close()
  })

  it('WeChat asks the app about an entry page that does not exist', async () => {
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
})

import { errorsOf, logOf, run } from '../bundle'

const LIFE = ['onHide', 'onUnload', 'onShow'].map(
  (event) => `${event}() { console.log('${event}') }`,
)

describe('a page that cannot be opened', () => {
  it.each(['navigateTo', 'redirectTo', 'reLaunch'])(
    'a page whose script fails leaves the page on screen where it is: %s',
    async (move) => {
      const app = await run({
        'app.json': JSON.stringify({
          pages: ['pages/a', 'pages/b'],
          lazyCodeLoading: 'requiredComponents',
        }),
        'app.js': 'App({})',
        'pages/a.js': `Page({ ${LIFE.join()}, go() { wx.${move}({ url: '/pages/b', fail: ({ errMsg }) => console.log(errMsg) }) } })`,
        'pages/a.wxml': '<view id="go" bindtap="go">first</view>',
        'pages/b.js': 'nowhere.at.all()',
        'pages/b.wxml': '<view>second</view>',
      })
      await app.tap('go')
      expect(logOf(app)).toEqual([
        'onShow',
        `${move}:fail Page "pages/b" is not registered: its script calls neither Page() nor Component().`,
      ])
      expect(errorsOf(app)).toEqual(['ReferenceError: nowhere is not defined'])
      expect(app.stack()).toEqual(['pages/a'])
      expect(app.text()).toBe('first')
      app.close()
    },
  )

  it.each(['NaN', "'x'", 'null', '-3', '0', '1.5'])(
    'going back by a delta of %s closes one page',
    async (delta) => {
      const page = (name: string) => ({
        [`${name}.js`]: `Page({ go() { wx.navigateTo({ url: '/b' }) }, back() { wx.navigateBack({ delta: ${delta} }) } })`,
        [`${name}.wxml`]: '<view id="go" bindtap="go" /><view id="back" bindtap="back" />',
      })
      const app = await run({
        'app.json': JSON.stringify({ pages: ['a', 'b'] }),
        'app.js': 'App({})',
        ...page('a'),
        ...page('b'),
      })
      await app.tap('go')
      await app.tap('go')
      await app.tap('back')
      expect(app.stack()).toEqual(['a', 'b'])
      expect(errorsOf(app)).toEqual([])
      app.close()
    },
  )
})

import { errorsOf, logOf, run, type Sources } from '../bundle'

const page = (name: string) => `Page({
  ${['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload'].map((event) => `${event}() { console.log('${name}.${event}') }`)},
})`

const SOURCES: Sources = {
  'app.json': JSON.stringify({
    pages: ['home', 'me', 'detail', 'other'],
    tabBar: { list: [{ pagePath: 'home' }, { pagePath: 'me' }] },
    subPackages: [{ root: 'extra', pages: ['far'] }],
    lazyCodeLoading: 'requiredComponents',
  }),
  'app.js': `App({
    onLaunch(options) { console.log('app.onLaunch', options.path, options.scene) },
    onShow() { console.log('app.onShow') },
    onHide() { console.log('app.onHide') },
  })`,
  ...Object.fromEntries(
    ['home', 'me', 'detail', 'other', 'extra/far'].flatMap((name) => [
      [`${name}.js`, page(name)],
      [`${name}.wxml`, '<view id="go" bindtap="go"/>'],
    ]),
  ),
}

describe('life cycles', () => {
  it('the launch shows the app, then the first page', async () => {
    const app = await run(SOURCES)
    expect(logOf(app)).toEqual([
      'app.onLaunch home 1001',
      'app.onShow',
      'home.onLoad',
      'home.onShow',
      'home.onReady',
    ])
    app.close()
  })

  it('leaving hides the page before the app, and coming back shows the app before the page', async () => {
    const app = await run(SOURCES)
    const before = app.console.length
    await app.hide()
    await app.show()
    expect(logOf(app).slice(before)).toEqual([
      'home.onHide',
      'app.onHide',
      'app.onShow',
      'home.onShow',
    ])
    app.close()
  })

  it('a tap on a tab, named by its place or by the path of its page, shows that page', async () => {
    const app = await run(SOURCES)
    await app.tapTab('me')
    expect(app.page()).toBe('me')
    await app.tapTab(0)
    expect(app.page()).toBe('home')
    await expect(app.tapTab('detail')).rejects.toThrow('The tab bar has no item detail.')
    app.close()
  })

  const moves: [string, [string, string][], string[]][] = [
    [
      'navigateTo hides',
      [['navigateTo', 'detail']],
      ['home.onHide', 'detail.onLoad', 'detail.onShow', 'detail.onReady'],
    ],
    [
      'navigateBack unloads',
      [
        ['navigateTo', 'detail'],
        ['navigateBack', ''],
      ],
      ['detail.onUnload', 'home.onShow'],
    ],
    [
      'redirectTo unloads what it replaces',
      [
        ['navigateTo', 'detail'],
        ['redirectTo', 'other'],
      ],
      ['detail.onUnload', 'other.onLoad', 'other.onShow', 'other.onReady'],
    ],
    [
      'a tab page stays loaded',
      [
        ['switchTab', 'me'],
        ['switchTab', 'home'],
      ],
      ['me.onHide', 'home.onShow'],
    ],
    [
      'switchTab unloads pages above a tab',
      [
        ['navigateTo', 'detail'],
        ['switchTab', 'me'],
      ],
      ['detail.onUnload', 'me.onLoad', 'me.onShow', 'me.onReady'],
    ],
    [
      'reLaunch unloads everything',
      [
        ['switchTab', 'me'],
        ['reLaunch', 'other'],
      ],
      ['me.onUnload', 'home.onUnload', 'other.onLoad', 'other.onShow', 'other.onReady'],
    ],
    [
      'a page of a sub-package opens',
      [['navigateTo', 'extra/far']],
      ['home.onHide', 'extra/far.onLoad', 'extra/far.onShow', 'extra/far.onReady'],
    ],
  ]

  it.each(moves)(
    'a move through the pages of an app calls its handlers in order: %s',
    async (_name, steps, expected) => {
      const driver = { ...SOURCES }
      const script = steps.map(([call, path]) => `() => wx.${call}({ url: '/${path}' })`).join(',')
      driver['app.js'] =
        `${driver['app.js'] ?? ''}\nglobalThis.steps = [${script}]; globalThis.next = () => steps.shift()()`
      for (const name of ['home', 'me', 'detail', 'other', 'extra/far']) {
        driver[`${name}.js`] = (driver[`${name}.js`] ?? '').replace(
          'Page({',
          'Page({ go() { next() },',
        )
      }
      const app = await run(driver)
      for (let step = 1; step < steps.length; step += 1) await app.tap('go')
      const before = app.console.length
      await app.tap('go')
      expect(logOf(app).slice(before)).toEqual(expected)
      expect(errorsOf(app)).toEqual([])
      app.close()
    },
  )
})

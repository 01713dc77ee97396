import { errorsOf, logOf, run } from '../bundle'

const SAME = `Page({
  onLoad() { console.log('page', this.getPageId(), this.__wxWebviewId__) },
  again() { wx.navigateTo({ url: '/pages/a' }) },
})`
const PART = `Component({ lifetimes: { attached() {
  console.log('part', this.getPageId(), this.__wxWebviewId__, typeof this.getOpenerEventChannel())
} } })`

const ROUTED = {
  'app.json': JSON.stringify({ pages: ['pages/a/index', 'pages/a/next', 'parts/next', 'other/b'] }),
  'app.js': 'App({})',
  'pages/a/index.js': `Page({
    relative() { this.pageRouter.navigateTo({ url: './next?x=1', success: ({ errMsg }) => console.log(errMsg) }) },
    later() { wx.navigateTo({ url: '/other/b', success: () => this.router.navigateTo({ url: 'next' }) }) },
    back() { this.pageRouter.navigateBack({ fail: ({ errMsg }) => console.log(errMsg) }) },
    none() { this.pageRouter.navigateTo({ fail: ({ errMsg }) => console.log(errMsg) }) },
    same() { console.log(this.router === this.pageRouter) },
  })`,
  'pages/a/index.json': '{"usingComponents":{"part":"/parts/part"}}',
  'pages/a/index.wxml': `<view wx:for="{{['relative', 'later', 'back', 'none', 'same']}}" wx:key="*this" id="{{item}}" bindtap="{{item}}"/><part/>`,
  'pages/a/next.js': 'Page({ onLoad({ x }) { console.log("x", x) } })',
  'pages/a/next.wxml': '<view/>',
  'parts/next.js': 'Page({})',
  'parts/next.wxml': '<view/>',
  'other/b.js': 'Page({})',
  'other/b.wxml': '<view/>',
  'parts/part.json': '{"component":true}',
  'parts/part.js': `Component({ methods: {
    own() { this.router.navigateTo({ url: './next' }) },
    ofPage() { this.pageRouter.navigateTo({ url: './next' }) },
  } })`,
  'parts/part.wxml': '<view id="own" bindtap="own"/><view id="of-page" bindtap="ofPage"/>',
}

describe('pages and the components in them', () => {
  it('two pages of one path have different ids, which their components share', async () => {
    const app = await run({
      'app.json': '{"pages":["pages/a"],"usingComponents":{"part":"/part"}}',
      'app.js': 'App({})',
      'pages/a.js': SAME,
      'pages/a.wxml': '<view id="again" bindtap="again"/><part/>',
      'part.json': '{"component":true}',
      'part.js': PART,
      'part.wxml': '<view/>',
    })
    await app.tap('again')
    expect(logOf(app)).toEqual([
      'part pageId:1 1 object',
      'page pageId:1 1',
      'part pageId:2 2 object',
      'page pageId:2 2',
    ])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it.each([
    ['relative', 'pages/a/next'],
    ['later', 'pages/a/next'],
    ['own', 'parts/next'],
    ['of-page', 'pages/a/next'],
  ])(
    'the routers of pages and components count from their own files: a tap on %s opens %s',
    async (id, path) => {
      const app = await run(ROUTED)
      await app.tap(id)
      expect(app.page()).toBe(path)
      expect(errorsOf(app)).toEqual([])
      app.close()
    },
  )

  it('the router of a page passes options, answers and refusals, and is one', async () => {
    const app = await run(ROUTED)
    for (const id of ['back', 'none', 'same', 'relative']) await app.tap(id)
    expect(logOf(app)).toEqual([
      'navigateBack:fail cannot navigate back at first page.',
      expect.stringContaining('navigateTo:fail parameter error: parameter.url'),
      'true',
      'x 1',
      'navigateTo:ok',
    ])
    app.close()
  })

  it('a page has no routers below base library 2.16.1, and keeps data of its own by that name', async () => {
    const pages = { 'app.json': '{"pages":["a"]}', 'app.js': 'App({})', 'a.wxml': '<view/>' }
    const log = 'onLoad() { console.log(typeof this.router, typeof this.pageRouter) }'
    const old = await run(
      { ...pages, 'a.js': `Page({ ${log} })` },
      { device: { libVersion: '2.16.0' } },
    )
    expect(logOf(old)).toEqual(['undefined undefined'])
    const own = await run({ ...pages, 'a.js': `Page({ router: 5, pageRouter() {}, ${log} })` })
    expect(logOf(own)).toEqual(['number function'])
    expect(errorsOf(own)).toEqual([])
    old.close()
    own.close()
  })
})

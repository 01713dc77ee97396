import { errorsOf, logOf, onePage, run } from '../bundle'

describe('the scripts of a bundle', () => {
  it('the scripts of a bundle share modules by path, and sub-packages are kept apart', async () => {
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

  it('the code of all main pages is loaded at launch unless it is set to be lazy', async () => {
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

  it('the scripts of a bundle read getApp, getCurrentPages, route and options', async () => {
    const app = await run(
      {
        ...onePage(
          'Page({ onLoad(query) { const pages = getCurrentPages(); console.log(getApp().name, this.route, query.id, this.options.id, pages.length) } , onShow() { console.log(getCurrentPages()[0] === this) } })',
        ),
        'app.js': "App({ name: 'app' })",
      },
      { url: '/pages/a?id=%E4%B8%AD', scene: 1007 },
    )
    expect(logOf(app)).toEqual(['app pages/a %E4%B8%AD %E4%B8%AD 1', 'true'])
    app.close()
  })

  it('the host takes a member of wx away from the scripts of a bundle', async () => {
    const page =
      "Page({ onLoad() { console.log('getUserProfile' in wx, typeof wx.getUserProfile) } })"
    const app = await run(onePage(page), { wx: { getUserProfile: undefined } })
    expect(logOf(app)).toEqual(['false undefined'])
    app.close()
  })
})

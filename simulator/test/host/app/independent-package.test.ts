import { errorsOf, logOf, run } from '../bundle'

const SOURCES = {
  'app.json': JSON.stringify({
    pages: ['pages/a'],
    subPackages: [{ root: 'alone', pages: ['x', 'y'], independent: true }],
  }),
  'app.js': `App({ onLaunch({ path }) { console.log('onLaunch', path) }, onShow() { console.log('onShow') } })`,
  'pages/a.js': `console.log('a.js'); Page({ onLoad() { console.log('a', getApp().mark) } })`,
  'pages/a.wxml': '<view/>',
  'alone/x.js': `wx.onAppShow(() => console.log('wx.onAppShow')); Page({
    onLoad() { getApp({ allowDefault: true }).mark = 'x'; console.log('x', getApp()) },
    on() { wx.navigateTo({ url: '/alone/y' }) },
    out() { wx.navigateTo({ url: '/pages/a' }) },
    reach() { require('../pages/a') },
  })`,
  'alone/x.wxml':
    '<view id="on" bindtap="on" /><view id="out" bindtap="out" /><view id="reach" bindtap="reach" />',
  'alone/y.js': `Page({ onLoad() { console.log('y') } })`,
  'alone/y.wxml': '<view/>',
}

describe('an independent sub-package', () => {
  it('an independent sub-package starts without the app, which is launched with the first page of another package', async () => {
    const app = await run(SOURCES, { url: '/alone/x' })
    await app.tap('on')
    await app.back()
    await app.hide()
    await app.show()
    expect(logOf(app)).toEqual(['x ', 'y', 'wx.onAppShow'])
    await app.tap('out')
    expect(logOf(app).slice(3)).toEqual(['a.js', 'onLaunch alone/x', 'onShow', 'a x'])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })

  it('an independent sub-package does not reach a script of the main package', async () => {
    const app = await run(SOURCES, { url: '/alone/x' })
    await app.tap('reach')
    expect(errorsOf(app)).toEqual([
      "Error: module 'pages/a.js' is in another package, require args is '../pages/a'",
    ])
    app.close()
  })

  it('an independent sub-package is an ordinary sub-package when another page was first', async () => {
    const app = await run(SOURCES)
    expect(logOf(app)).toEqual(['a.js', 'onLaunch pages/a', 'onShow', 'a '])
    app.close()
  })
})

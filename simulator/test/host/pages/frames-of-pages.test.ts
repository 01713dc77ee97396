import { createScreen } from '../../../wx/screen/screen'
import { errorsOf, run } from '../bundle'

const PAGES = ['a', 'b', 'tab']
const page = (name: string) => ({
  [`${name}.js`]: `Page({
    onLoad() { wx.setNavigationBarTitle({ title: 'title of ${name}' }) },
    colour() {
      wx.setNavigationBarColor({ frontColor: '#ffffff', backgroundColor: '#123456' })
      wx.showNavigationBarLoading()
      wx.startPullDownRefresh()
    },
    b() { wx.navigateTo({ url: '/b' }) },
    tab() { wx.switchTab({ url: '/tab' }) },
  })`,
  [`${name}.wxml`]: ['colour', 'b', 'tab']
    .map((id) => `<view id="${id}" bindtap="${id}"/>`)
    .join(''),
})

describe('what is around a page', () => {
  it('a title, a colour and a pull-down count for the page that set them, until it is closed', async () => {
    const screen = createScreen()
    const app = await run(
      {
        'app.json': JSON.stringify({ pages: PAGES, tabBar: { list: [{ pagePath: 'tab' }] } }),
        'app.js': 'App({})',
        ...Object.fromEntries(PAGES.flatMap((name) => Object.entries(page(name)))),
      },
      { screen },
    )
    const seen = () => {
      const { title, navigationBarColor, navigationBarLoading, pullDown } = screen.state
      return [title, navigationBarColor?.backgroundColor, navigationBarLoading, pullDown]
    }
    const coloured = ['title of a', '#123456', true, 'refreshing']
    await app.tap('colour')
    expect(seen()).toEqual(coloured)
    await app.tap('b')
    expect(seen()).toEqual(['title of b', undefined, false, 'idle'])
    await app.back()
    expect(seen()).toEqual(coloured)
    await app.tap('tab')
    expect(seen()).toEqual(['title of tab', undefined, false, 'idle'])
    expect(errorsOf(app)).toEqual([])
    app.close()
  })
})

import { barsOf } from '../../host/browser/bars'

const app = {
  window: {
    navigationBarTitleText: 'App',
    navigationBarBackgroundColor: '@nav',
    navigationBarTextStyle: '@text',
  },
  tabBar: {
    color: '@tab',
    list: [{ pagePath: 'pages/a', text: 'A', iconPath: 'a.png', selectedIconPath: '@icon' }],
  },
}
const dark = { nav: '#111111', text: 'white', tab: '#999999', icon: 'dark.png' }

describe('the bars around a page', () => {
  it('the bars around a page take their colours and pictures from theme.json', () => {
    const { navigation, tabs } = barsOf(app, {}, dark)
    expect(navigation).toEqual({
      style: 'default',
      title: 'App',
      background: '#111111',
      text: 'white',
    })
    expect(tabs.color).toBe('#999999')
    expect(tabs.items).toEqual([
      { pagePath: 'pages/a', text: 'A', icon: 'a.png', selectedIcon: 'dark.png' },
    ])
  })

  it('the bars around a page follow the page where it says otherwise', () => {
    const page = { navigationBarTitleText: 'Page', navigationStyle: 'custom' }
    expect(barsOf(app, page, dark).navigation).toMatchObject({ style: 'custom', title: 'Page' })
  })

  it("the bars around a page have WeChat's defaults where nothing is set, or a variable is missing", () => {
    expect(barsOf({}, {}, {})).toMatchObject({
      navigation: { style: 'default', title: '', background: '#000000', text: 'white' },
      background: '#ffffff',
      tabs: { drawnBy: 'wechat', items: [], selectedColor: '#3cc51f' },
    })
    expect(barsOf(app, {}, {}).navigation.background).toBe('#000000')
  })
})

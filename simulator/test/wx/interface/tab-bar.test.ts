import { createPhone } from '../phone'

describe('the tab bar', () => {
  it('the tab bar carries badges and red dots', async () => {
    const { call, ports } = createPhone()
    await call('setTabBarBadge', { index: 1, text: '3' })
    await call('showTabBarRedDot', { index: 0 })
    expect(ports.screen.state.tabBar).toEqual({
      shown: true,
      badges: { 1: '3' },
      redDots: [0],
      items: {},
    })
    await call('removeTabBarBadge', { index: 1 })
    await call('hideTabBarRedDot', { index: 0 })
    await call('hideTabBar')
    expect(ports.screen.state.tabBar).toEqual({ shown: false, badges: {}, redDots: [], items: {} })
  })

  it('wx.setTabBarItem changes an item in part', async () => {
    const { call, ports } = createPhone()
    await call('setTabBarItem', { index: 0, text: 'Home', iconPath: 'a.png' })
    await call('setTabBarItem', { index: 0, text: '首页' })
    expect(ports.screen.state.tabBar.items).toEqual({ 0: { text: '首页', iconPath: 'a.png' } })
  })

  it.each([
    ['setTabBarBadge', { index: 3, text: '1' }],
    ['removeTabBarBadge', { index: -1 }],
    ['showTabBarRedDot', { index: 9 }],
    ['setTabBarItem', { index: '0', text: 'x' }],
  ])('the tab bar has no item at a place beyond its last: %s %j', async (name, option) => {
    const { call, ports } = createPhone()
    const before = ports.screen.state.tabBar
    expect(await call(name, option)).toEqual({ errMsg: `${name}:fail tabbar item not found` })
    expect(ports.screen.state.tabBar).toEqual(before)
  })

  it('the calls for the tab bar are refused anywhere but on a tab page', async () => {
    const { call } = createPhone({ host: { onTabPage: () => false } })
    expect(await call('setTabBarBadge', { index: 0, text: '1' })).toEqual({
      errMsg: 'setTabBarBadge:fail not TabBar page',
    })
  })
})

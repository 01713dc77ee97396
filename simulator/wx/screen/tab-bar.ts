import { asyncApi, WxFailure } from '../call'
import type { WxPorts } from '../ports'
import type { TabBarState as TabBar } from './screen'

type Result = WechatMiniprogram.GeneralCallbackResult

/**
 * Badges, red dots and the bar itself; refused anywhere but on a tab page, and for an item that is not there (typings,
 * tab bar; the words as people report them, unproven).
 */
export const createTabBar = (ports: WxPorts) => {
  const { screen, onTabPage, countTabs } = ports
  const requireTab = (option: object) => {
    if (!('index' in option)) return
    const { index } = option
    const isThere = typeof index === 'number' && index >= 0 && index < countTabs()
    if (!isThere) throw new WxFailure('tabbar item not found')
  }
  const changing = <Option extends object>(
    name: string,
    change: (bar: TabBar, option: Option) => TabBar,
  ) =>
    asyncApi<Option, Result>(ports, name, (option) => {
      if (!onTabPage()) throw new WxFailure('not TabBar page')
      requireTab(option)
      screen.set({ tabBar: change(screen.state.tabBar, option) })
      return {}
    })
  const without = (badges: TabBar['badges'], index: number) =>
    Object.fromEntries(Object.entries(badges).filter(([key]) => Number(key) !== index))

  return {
    setTabBarBadge: changing<WechatMiniprogram.SetTabBarBadgeOption>(
      'setTabBarBadge',
      (bar, { index, text }) => ({
        ...bar,
        badges: { ...bar.badges, [index]: text },
      }),
    ),
    removeTabBarBadge: changing<WechatMiniprogram.RemoveTabBarBadgeOption>(
      'removeTabBarBadge',
      (bar, { index }) => ({
        ...bar,
        badges: without(bar.badges, index),
      }),
    ),
    showTabBarRedDot: changing<WechatMiniprogram.ShowTabBarRedDotOption>(
      'showTabBarRedDot',
      (bar, { index }) => ({
        ...bar,
        redDots: [...new Set([...bar.redDots, index])],
      }),
    ),
    hideTabBarRedDot: changing<WechatMiniprogram.HideTabBarRedDotOption>(
      'hideTabBarRedDot',
      (bar, { index }) => ({
        ...bar,
        redDots: bar.redDots.filter((dot) => dot !== index),
      }),
    ),
    setTabBarItem: changing<WechatMiniprogram.SetTabBarItemOption>(
      'setTabBarItem',
      (bar, { index, text, iconPath, selectedIconPath }) => {
        const given = Object.entries({ text, iconPath, selectedIconPath })
        const change = Object.fromEntries(given.filter(([, value]) => value !== undefined))
        return { ...bar, items: { ...bar.items, [index]: { ...bar.items[index], ...change } } }
      },
    ),
    showTabBar: changing('showTabBar', (bar) => ({ ...bar, shown: true })),
    hideTabBar: changing('hideTabBar', (bar) => ({ ...bar, shown: false })),
  }
}

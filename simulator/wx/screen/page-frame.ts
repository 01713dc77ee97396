import { asyncApi } from '../call'
import type { WxPorts } from '../ports'
import type { ScreenState } from './screen'

type Result = WechatMiniprogram.GeneralCallbackResult

/** The navigation bar, pull-down refresh and scrolling of the page on screen (typings). */
export const createPageFrame = (ports: WxPorts) => {
  const setting = <Option extends object>(
    name: string,
    change: (option: Option) => Partial<ScreenState>,
  ) =>
    asyncApi<Option, Result>(ports, name, (option) => {
      ports.screen.set(change(option))
      return {}
    })
  return {
    setNavigationBarTitle: setting<WechatMiniprogram.SetNavigationBarTitleOption>(
      'setNavigationBarTitle',
      ({ title }) => ({ title }),
    ),
    setNavigationBarColor: setting<WechatMiniprogram.SetNavigationBarColorOption>(
      'setNavigationBarColor',
      ({ frontColor, backgroundColor }) => ({
        navigationBarColor: { frontColor, backgroundColor },
      }),
    ),
    showNavigationBarLoading: setting('showNavigationBarLoading', () => ({
      navigationBarLoading: true,
    })),
    hideNavigationBarLoading: setting('hideNavigationBarLoading', () => ({
      navigationBarLoading: false,
    })),
    stopPullDownRefresh: setting('stopPullDownRefresh', () => ({ pullDown: 'idle' })),
    setBackgroundColor: setting('setBackgroundColor', () => ({})),
    setBackgroundTextStyle: setting('setBackgroundTextStyle', () => ({})),
    pageScrollTo: setting('pageScrollTo', () => ({})),
  }
}

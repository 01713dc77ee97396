import { asyncApi, requireText, WxFailure } from '../call'
import type { WxPorts } from '../ports'
import type { ScreenState } from './screen'

type Result = WechatMiniprogram.GeneralCallbackResult

/** What is around one page: another page has its own. */
type PageFrame = Pick<
  ScreenState,
  'title' | 'navigationBarLoading' | 'navigationBarColor' | 'pullDown'
>

/** As the configuration has it. */
const AS_CONFIGURED: PageFrame = {
  title: null,
  navigationBarLoading: false,
  navigationBarColor: null,
  pullDown: 'idle',
}

// All that WeChat takes (typings SetNavigationBarColorOption).
const FRONT_COLOURS: ReadonlySet<string> = new Set(['#ffffff', '#000000'])

/**
 * The navigation bar, pull-down refresh and scrolling of the page on screen (typings). What is set counts for that
 * page alone, until it is closed; startPullDownRefresh calls `onPullDownRefresh` as a finger does (typings
 * startPullDownRefresh).
 */
export const createPageFrame = ({ screen, page, loop, adopt, promise, scrollPage }: WxPorts) => {
  const frames = new WeakMap<object, PageFrame>()
  const frameOf = (instance: object | undefined) =>
    (instance === undefined ? undefined : frames.get(instance)) ?? AS_CONFIGURED
  const setting = <Option extends object>(
    name: string,
    change: (option: Option) => Partial<PageFrame>,
  ) =>
    asyncApi<Option, Result>({ loop, adopt, promise }, name, (option) => {
      const changed = change(option)
      const instance = page()
      if (instance !== undefined) frames.set(instance, { ...frameOf(instance), ...changed })
      screen.set(changed)
      return {}
    })
  const apis = {
    setNavigationBarTitle: setting<WechatMiniprogram.SetNavigationBarTitleOption>(
      'setNavigationBarTitle',
      ({ title }) => ({ title: requireText('title', title) }),
    ),
    setNavigationBarColor: setting<WechatMiniprogram.SetNavigationBarColorOption>(
      'setNavigationBarColor',
      ({ frontColor, backgroundColor }) => {
        if (!FRONT_COLOURS.has(String(frontColor).toLowerCase())) {
          throw new WxFailure(`invalid frontColor "${frontColor}"`)
        }
        return { navigationBarColor: { frontColor, backgroundColor } }
      },
    ),
    showNavigationBarLoading: setting('showNavigationBarLoading', () => ({
      navigationBarLoading: true,
    })),
    hideNavigationBarLoading: setting('hideNavigationBarLoading', () => ({
      navigationBarLoading: false,
    })),
    startPullDownRefresh: setting('startPullDownRefresh', () => {
      const instance = page()
      const refresh = instance?.['onPullDownRefresh']
      if (typeof refresh === 'function') {
        loop.after(0, 'onPullDownRefresh', () => void Reflect.apply(refresh, instance, []))
      }
      return { pullDown: 'refreshing' }
    }),
    stopPullDownRefresh: setting('stopPullDownRefresh', () => ({ pullDown: 'idle' })),
    setBackgroundColor: setting('setBackgroundColor', () => ({})),
    setBackgroundTextStyle: setting('setBackgroundTextStyle', () => ({})),
    pageScrollTo: setting<WechatMiniprogram.PageScrollToOption>('pageScrollTo', (option) => {
      scrollPage(option)
      return {}
    }),
  }
  return {
    apis,
    /** Another page is on screen. */
    shown: () => screen.set(frameOf(page())),
  }
}

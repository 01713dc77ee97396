import { asyncApi, requireText, WxFailure } from '../call'
import type { Router, WxPorts } from '../ports'

type Move = Parameters<Router['go']>[0]
type Option = WechatMiniprogram.NavigateToOption
type Result = WechatMiniprogram.GeneralCallbackResult

/** Navigation: refusals and life cycles are the host router's; each call takes effect as a task of its own. */
export const createNavigation = (ports: WxPorts) => {
  const { router, loop } = ports

  const later = (name: string, move: () => object) =>
    new Promise<object>((resolve, reject) => {
      loop.after(0, `wx.${name}`, () => {
        try {
          resolve(move())
        } catch (error) {
          reject(new WxFailure(error instanceof Error ? error.message : String(error)))
        }
      })
    })
  const by = (move: Move) =>
    asyncApi<Option, Result>(ports, move, ({ url, events }) => {
      const address = requireText('url', url)
      return later(move, () => {
        const eventChannel = router.go(move, address, events ?? {})
        return eventChannel === undefined ? {} : { eventChannel }
      })
    })

  return {
    navigateTo: by('navigateTo'),
    redirectTo: by('redirectTo'),
    switchTab: by('switchTab'),
    reLaunch: by('reLaunch'),
    navigateBack: asyncApi<WechatMiniprogram.NavigateBackOption, Result>(
      ports,
      'navigateBack',
      ({ delta = 1 }) =>
        later('navigateBack', () => {
          router.back(delta)
          return {}
        }),
    ),
  }
}

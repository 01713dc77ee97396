import { asyncApi, WxFailure } from './call'
import type { Router, WxPorts } from './ports'

type Move = Parameters<Router['go']>[0]
type Option = WechatMiniprogram.NavigateToOption
type Result = WechatMiniprogram.GeneralCallbackResult

/** Navigation: refusals and life cycles are the host router's; each call takes effect as a task of its own. */
export const createNavigation = (ports: WxPorts) => {
  const { router, loop } = ports

  const later = (name: string, move: () => void) =>
    new Promise<object>((resolve, reject) => {
      loop.after(0, `wx.${name}`, () => {
        try {
          move()
          resolve({})
        } catch (error) {
          reject(new WxFailure(error instanceof Error ? error.message : String(error)))
        }
      })
    })
  const by = (move: Move) =>
    asyncApi<Option, Result>(ports, move, ({ url }) => later(move, () => router.go(move, url)))

  return {
    navigateTo: by('navigateTo'),
    redirectTo: by('redirectTo'),
    switchTab: by('switchTab'),
    reLaunch: by('reLaunch'),
    navigateBack: asyncApi<WechatMiniprogram.NavigateBackOption, Result>(
      ports,
      'navigateBack',
      (option) => later('navigateBack', () => router.back(option.delta ?? 1)),
    ),
  }
}

import { createListeners } from '../listeners'
import type { WxPorts } from '../ports'

/** What the host reports to the app's listeners. */
export interface AppEvents {
  onAppShow: object
  onAppHide: WechatMiniprogram.HideOptionsApp
  onError: WechatMiniprogram.ListenerError
  onUnhandledRejection: { reason: unknown; promise: Promise<unknown> }
  onPageNotFound: WechatMiniprogram.OnPageNotFoundListenerResult
  onThemeChange: WechatMiniprogram.OnThemeChangeListenerResult
  onBeforeAppRoute: WechatMiniprogram.OnBeforeAppRouteListenerResult
  onAppRoute: WechatMiniprogram.OnAppRouteListenerResult
  onAppRouteDone: WechatMiniprogram.OnAppRouteDoneListenerResult
}

/** Launch options and the app-level events of the logic layer (typings, app life cycle; typings onAppRoute). */
export const createAppEvents = (ports: WxPorts) => {
  const listeners = createListeners<AppEvents>(ports)
  return {
    emit: listeners.emit,
    apis: {
      getLaunchOptionsSync: () => ports.adopt(ports.entry()),
      getEnterOptionsSync: () => ports.adopt(ports.entry()),
      onAppShow: listeners.on('onAppShow'),
      offAppShow: listeners.off('onAppShow'),
      onAppHide: listeners.on('onAppHide'),
      offAppHide: listeners.off('onAppHide'),
      onError: listeners.on('onError'),
      offError: listeners.off('onError'),
      onUnhandledRejection: listeners.on('onUnhandledRejection'),
      offUnhandledRejection: listeners.off('onUnhandledRejection'),
      onPageNotFound: listeners.on('onPageNotFound'),
      offPageNotFound: listeners.off('onPageNotFound'),
      onThemeChange: listeners.on('onThemeChange'),
      offThemeChange: listeners.off('onThemeChange'),
      onBeforeAppRoute: listeners.on('onBeforeAppRoute'),
      offBeforeAppRoute: listeners.off('onBeforeAppRoute'),
      onAppRoute: listeners.on('onAppRoute'),
      offAppRoute: listeners.off('onAppRoute'),
      onAppRouteDone: listeners.on('onAppRouteDone'),
      offAppRouteDone: listeners.off('onAppRouteDone'),
    },
  }
}

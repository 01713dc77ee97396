import { asyncApi } from '../call'
import { createListeners } from '../listeners'
import type { WxPorts } from '../ports'

type Result = WechatMiniprogram.GeneralCallbackResult

/** The keyboard on screen and the size of the window (typings onKeyboardHeightChange, hideKeyboard, onWindowResize); neither changes by itself. */
export const createKeyboardApis = (ports: WxPorts) => {
  const listeners = createListeners<{
    onKeyboardHeightChange: WechatMiniprogram.OnKeyboardHeightChangeListenerResult
    onWindowResize: WechatMiniprogram.OnWindowResizeListenerResult
  }>(ports)
  return {
    hideKeyboard: asyncApi<object, Result>(ports, 'hideKeyboard', () => {
      ports.hideKeyboard()
      return {}
    }),
    onKeyboardHeightChange: listeners.on('onKeyboardHeightChange'),
    offKeyboardHeightChange: listeners.off('onKeyboardHeightChange'),
    onWindowResize: listeners.on('onWindowResize'),
    offWindowResize: listeners.off('onWindowResize'),
    onMenuButtonBoundingClientRectWeightChange: () => undefined,
    offMenuButtonBoundingClientRectWeightChange: () => undefined,
  }
}

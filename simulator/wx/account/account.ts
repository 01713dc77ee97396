import { asyncApi, requireText } from '../call'
import type { WxPorts } from '../ports'

type Result = WechatMiniprogram.GeneralCallbackResult

/** Who runs and small things of the phone: account, clipboard, vibration (typings). */
export const createAccount = (ports: WxPorts) => {
  const { adopt, registration } = ports
  let clipboard = ''
  return {
    getAccountInfoSync: () =>
      adopt({
        miniProgram: { appId: registration.appid, envVersion: registration.version, version: '' },
      }),
    setClipboardData: asyncApi<WechatMiniprogram.SetClipboardDataOption, Result>(
      ports,
      'setClipboardData',
      ({ data }) => {
        clipboard = requireText('data', data)
        return {}
      },
    ),
    getClipboardData: asyncApi<object, { data: string; errMsg: string }>(
      ports,
      'getClipboardData',
      () => ({
        data: clipboard,
      }),
    ),
    vibrateShort: asyncApi<object, Result>(ports, 'vibrateShort', () => ({})),
    nextTick: (task: () => void) => void ports.loop.after(0, 'wx.nextTick', task),
  }
}

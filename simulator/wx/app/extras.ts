import { asyncApi } from '../call'
import type { WxPorts } from '../ports'

type Result = WechatMiniprogram.GeneralCallbackResult

/** Reports of an app about itself: WeChat takes them and answers nothing (typings reportEvent, getLogManager). */
const REPORTS = ['reportEvent', 'reportMonitor', 'reportPerformance'] as const

const silent = () => undefined

const LOGGER = Object.fromEntries(
  ['log', 'info', 'warn', 'debug', 'error', 'setFilterMsg', 'addFilterMsg'].map((name) => [
    name,
    silent,
  ]),
)

/**
 * Small things many libraries ask for: third-party configuration, of which there is none (typings getExtConfigSync), base64, logs,
 * the settings page, fonts, the screen, and a pull-down that the page hears as if a finger had done it (typings startPullDownRefresh).
 */
export const createExtras = (ports: WxPorts) => {
  const { adopt, person, cover, screen, page, loop } = ports
  const fine = (name: string) => asyncApi<object, Result>(ports, name, () => ({}))
  return {
    getExtConfigSync: () => adopt({}),
    getExtConfig: asyncApi<object, { errMsg: string; extConfig: object }>(
      ports,
      'getExtConfig',
      () => ({ extConfig: {} }),
    ),
    openSetting: asyncApi<object, { errMsg: string; authSetting: object }>(
      ports,
      'openSetting',
      async () => {
        const uncover = cover()
        await person.answer('ownPage', { page: 'openSetting' })
        uncover()
        return { authSetting: {} }
      },
    ),
    loadFontFace: fine('loadFontFace'),
    setKeepScreenOn: fine('setKeepScreenOn'),
    pageScrollTo: fine('pageScrollTo'),
    startPullDownRefresh: asyncApi<object, Result>(ports, 'startPullDownRefresh', () => {
      screen.set({ pullDown: 'refreshing' })
      const face = page()
      const refresh = face?.['onPullDownRefresh']
      if (typeof refresh === 'function')
        loop.after(0, 'onPullDownRefresh', () => void Reflect.apply(refresh, face, []))
      return {}
    }),
    updateShareMenu: fine('updateShareMenu'),
    vibrateLong: fine('vibrateLong'),
    arrayBufferToBase64: (buffer: ArrayBuffer) =>
      btoa(String.fromCharCode(...new Uint8Array(buffer))),
    base64ToArrayBuffer: (text: string) =>
      adopt(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer),
    getLogManager: () => LOGGER,
    getRealtimeLogManager: () => LOGGER,
    ...Object.fromEntries(REPORTS.map((name) => [name, silent])),
  }
}

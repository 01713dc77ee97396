import { asyncApi, WxFailure } from '../call'
import type { WxPorts } from '../ports'

type Result = WechatMiniprogram.GeneralCallbackResult

/** Reports of an app about itself: WeChat takes them and answers nothing (typings reportEvent, getLogManager). */
const REPORTS = ['reportEvent', 'reportMonitor', 'reportPerformance'] as const

const silent = () => undefined

/** How strongly a phone vibrates (typings VibrateShortOption). */
const STRENGTHS: readonly unknown[] = ['heavy', 'medium', 'light', undefined]

const LOGGER = Object.fromEntries(
  ['log', 'info', 'warn', 'debug', 'error', 'setFilterMsg', 'addFilterMsg'].map((name) => [
    name,
    silent,
  ]),
)

/** What the real-time log says of itself; one entry holds 5 KB and 200 calls (guide "Real-time log"). */
const EMPTY_LOG = { size: 0, maxSize: 5 * 1024, logCount: 0, maxLogCount: 200 }

/**
 * Small things many libraries ask for: third-party configuration, of which there is none (typings
 * getExtConfigSync), base64, logs, fonts and the screen.
 */
export const createExtras = (ports: WxPorts) => {
  const { adopt } = ports
  const fine = (name: string) => asyncApi<object, Result>(ports, name, () => ({}))
  return {
    getExtConfigSync: () => adopt({}),
    getExtConfig: asyncApi<object, { errMsg: string; extConfig: object }>(
      ports,
      'getExtConfig',
      () => ({ extConfig: {} }),
    ),
    loadFontFace: fine('loadFontFace'),
    setKeepScreenOn: fine('setKeepScreenOn'),
    updateShareMenu: fine('updateShareMenu'),
    vibrateLong: fine('vibrateLong'),
    vibrateShort: asyncApi<{ type?: unknown }, Result>(ports, 'vibrateShort', ({ type }) => {
      if (!STRENGTHS.includes(type)) throw new WxFailure('style is not support')
      return {}
    }),
    arrayBufferToBase64: (buffer: ArrayBuffer) =>
      btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')),
    base64ToArrayBuffer: (text: string) =>
      adopt(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer),
    getLogManager: () => LOGGER,
    getRealtimeLogManager: () => ({
      ...LOGGER,
      tag: () => LOGGER,
      in: silent,
      getCurrentState: () => adopt(EMPTY_LOG),
    }),
    ...Object.fromEntries(REPORTS.map((name) => [name, silent])),
  }
}

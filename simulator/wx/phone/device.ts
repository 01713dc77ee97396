/** The phone that the mini-program runs on. Change it to run the same bundle on another one. */
export interface Device {
  /** Base library version; an API that came later is absent. */
  libVersion: string
  platform: 'ios' | 'android' | 'devtools' | 'windows' | 'mac' | 'ohos' | 'ohos_pc'
  /** The JavaScript engine: today's, or that of the oldest phone on which the base library runs. */
  engine: 'current' | 'oldest'
  speed: Speed
  brand: string
  model: string
  system: string
  wechatVersion: string
  language: 'zh_CN' | 'zh_TW' | 'en'
  theme: 'light' | 'dark'
  pixelRatio: number
  /** Where the phone is, in degrees. */
  location: { latitude: number; longitude: number }
  /** Logical pixels. */
  screen: { width: number; height: number; statusBar: number; safeBottom: number }
}

/** How slow a phone is, in milliseconds. */
export interface Speed {
  /** How long what `setData` changes takes to reach the controls on screen. */
  setDataMs: number
  /** How long the logic layer is busy with one event before it turns to the next. */
  eventMs: number
}

/** HarmonyOS has no dark mode and no `onThemeChange` (docs/wechat.md 7.10). */
export const hasDarkMode = ({ platform }: Pick<Device, 'platform'>): boolean =>
  platform !== 'ohos' && platform !== 'ohos_pc'

/** The colour scheme that the mini-program is shown in, and receives. */
export const themeOf = (device: Pick<Device, 'platform' | 'theme'>): Device['theme'] =>
  hasDarkMode(device) ? device.theme : 'light'

/** Nothing takes any time. */
const INSTANT: Speed = { setDataMs: 0, eventMs: 0 }

/** A common phone: the base library of 81 % of people on 2025-12-01 (docs/wechat.md 7.7). */
export const defaultDevice: Device = {
  libVersion: '3.11.3',
  platform: 'ios',
  engine: 'current',
  speed: INSTANT,
  brand: 'iPhone',
  model: 'iPhone 15',
  system: 'iOS 17.5',
  wechatVersion: '8.0.60',
  language: 'zh_CN',
  theme: 'light',
  pixelRatio: 3,
  location: { latitude: 39.9042, longitude: 116.4074 },
  screen: { width: 393, height: 852, statusBar: 59, safeBottom: 34 },
}

/** The phone in the hand. Change it to run the same bundle on another one. */
export interface Device {
  /** Base library version; an API that came later is absent. */
  libVersion: string
  platform: 'ios' | 'android' | 'devtools' | 'windows' | 'mac'
  brand: string
  model: string
  system: string
  wechatVersion: string
  language: 'zh_CN' | 'zh_TW' | 'en'
  theme: 'light' | 'dark'
  pixelRatio: number
  /** Logical pixels. */
  screen: { width: number; height: number; statusBar: number; safeBottom: number }
}

/** A common phone of the time: base library 3.10.0 (83 % of devices in September 2025, docs/wechat.md 7.7). */
export const defaultDevice: Device = {
  libVersion: '3.10.0',
  platform: 'ios',
  brand: 'iPhone',
  model: 'iPhone 15',
  system: 'iOS 17.5',
  wechatVersion: '8.0.60',
  language: 'zh_CN',
  theme: 'light',
  pixelRatio: 3,
  screen: { width: 393, height: 852, statusBar: 59, safeBottom: 34 },
}

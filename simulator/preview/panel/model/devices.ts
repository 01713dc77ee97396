import { defaultDevice, type Device } from '../../../wx/phone/device'

type Screen = Pick<Device, 'platform' | 'brand' | 'model' | 'system' | 'pixelRatio' | 'screen'>

/** The window of a mini-program on a computer, which has neither status bar nor home indicator. */
const COMPUTER = {
  pixelRatio: 2,
  screen: { width: 414, height: 736, statusBar: 0, safeBottom: 0 },
} as const

/** Phones to choose from, and computers. */
export const DEVICES = {
  'iphone-15': defaultDevice,
  'iphone-se': {
    platform: 'ios',
    brand: 'iPhone',
    model: 'iPhone SE',
    system: 'iOS 16.7',
    pixelRatio: 2,
    screen: { width: 375, height: 667, statusBar: 20, safeBottom: 0 },
  },
  // The narrowest that still runs WeChat.
  'iphone-5s': {
    platform: 'ios',
    brand: 'iPhone',
    model: 'iPhone 5s',
    system: 'iOS 12.5',
    pixelRatio: 2,
    screen: { width: 320, height: 568, statusBar: 20, safeBottom: 0 },
  },
  android: {
    platform: 'android',
    brand: 'Redmi',
    model: 'Redmi Note 12',
    system: 'Android 13',
    pixelRatio: 2.75,
    screen: { width: 393, height: 873, statusBar: 33, safeBottom: 0 },
  },
  // HarmonyOS and computers (docs/wechat.md 7.10): how they call themselves; their sizes are ours.
  harmony: {
    platform: 'ohos',
    brand: 'HUAWEI',
    model: 'HUAWEI Mate 60',
    system: 'HarmonyOS 5.0',
    pixelRatio: 3,
    screen: { width: 412, height: 892, statusBar: 36, safeBottom: 28 },
  },
  'harmony-pc': {
    ...COMPUTER,
    platform: 'ohos_pc',
    brand: 'HUAWEI',
    model: 'MateBook',
    system: 'HarmonyOS 5.0',
  },
  windows: {
    ...COMPUTER,
    platform: 'windows',
    brand: 'microsoft',
    model: 'microsoft',
    system: 'Windows 11',
  },
  mac: { ...COMPUTER, platform: 'mac', brand: 'apple', model: 'MacBookPro', system: 'macOS 14.5' },
  devtools: { ...defaultDevice, platform: 'devtools', brand: 'devtools', model: 'DevTools' },
} as const satisfies Readonly<Record<string, Screen>>

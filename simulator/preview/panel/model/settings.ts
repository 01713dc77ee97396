import { defaultDevice, type Device } from '../../../wx/phone/device'
import type { Registration } from '../../../wx/ports'

/** How the person answers when WeChat asks: by popup, or the same every time. */
export const answerings = ['ask', 'allow', 'refuse', 'cancel'] as const
export const networks = ['online', 'slow', 'offline'] as const
/** What WeChat's content check says of avatars and nicknames. */
export const verdicts = ['pass', 'fail', 'timeout'] as const
export const accounts = ['verified', 'personal'] as const
/** Which getUserProfile answers: that of the base library, or one of its ages whatever the library. */
export const eras = ['by-library', 'real', 'real-without-crypto', 'anonymous'] as const
export const themes = ['light', 'dark'] as const
export const languages = ['zh', 'en'] as const

/** Base libraries: the newest, those people have (docs/wechat.md 7.7), and older ones that can do less (docs/wechat.md 1.1, 3.1, 4.1). */
export const libraries = [
  '3.17.5',
  '3.12.0',
  '3.11.3',
  '3.10.0',
  '2.32.2',
  '2.27.0',
  '2.15.0',
] as const
/** The JavaScript engine: today's, or that of the oldest phone of the base library, without its newer built-ins (docs/wechat.md 7.8). */
export const engines = ['current', 'oldest'] as const
/** How long what `setData` changes takes to the screen (guide "setData"); times of ours. */
export const setDataTimes = ['0', '100', '300', '1000'] as const
/** How long the logic layer is busy with one event, in milliseconds; times of ours. */
export const eventTimes = ['0', '30', '100', '300'] as const
/** Whether the app hears the letters that an input method composes (component reference "input"), or the finished words. */
export const typings = ['words', 'keys'] as const
/** Which version of the mini-program runs: pictures of http addresses load in a release only (docs/wechat.md 7.10). */
export const versions = ['release', 'trial', 'develop'] as const

type Screen = Pick<Device, 'platform' | 'brand' | 'model' | 'system' | 'pixelRatio' | 'screen'>

/** The window of a mini-program on a computer, which has neither status bar nor home indicator. */
const COMPUTER = {
  pixelRatio: 2,
  screen: { width: 414, height: 736, statusBar: 0, safeBottom: 0 },
} as const

/** Phones to choose from, and computers. */
export const devices = {
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

export type DeviceName = keyof typeof devices
export const deviceNames = Object.keys(devices) as DeviceName[]

/** Everything the panel decides. It fits into an address: `?person=bob&theme=dark`. */
export interface Settings {
  person: string
  answering: (typeof answerings)[number]
  network: (typeof networks)[number]
  verdict: (typeof verdicts)[number]
  account: (typeof accounts)[number]
  era: (typeof eras)[number]
  library: (typeof libraries)[number]
  engine: (typeof engines)[number]
  setData: (typeof setDataTimes)[number]
  event: (typeof eventTimes)[number]
  typing: (typeof typings)[number]
  version: (typeof versions)[number]
  device: DeviceName
  theme: (typeof themes)[number]
  language: (typeof languages)[number]
}

const CHOICES = {
  answering: answerings,
  network: networks,
  verdict: verdicts,
  account: accounts,
  era: eras,
  library: libraries,
  engine: engines,
  setData: setDataTimes,
  event: eventTimes,
  typing: typings,
  version: versions,
  device: deviceNames,
  theme: themes,
  language: languages,
} as const

/** The settings before any choice: a person who is asked, on today's phone. */
export const defaultSettings = (language: string, dark: boolean): Settings => ({
  person: 'alice',
  answering: 'ask',
  network: 'online',
  verdict: 'pass',
  account: 'verified',
  era: 'by-library',
  library: '3.11.3',
  engine: 'current',
  setData: '0',
  event: '0',
  typing: 'words',
  version: 'release',
  device: 'iphone-15',
  theme: dark ? 'dark' : 'light',
  language: /^zh/i.test(language) ? 'zh' : 'en',
})

/** Takes from `given` what is a known choice and leaves the rest as in `base`. */
export const withChoices = (
  base: Settings,
  given: (name: string) => string | null | undefined,
): Settings => {
  const chosen = Object.entries(CHOICES).flatMap(([name, choices]) => {
    const value = given(name) ?? ''
    return (choices as readonly string[]).includes(value) ? [[name, value]] : []
  })
  const person = given('person')?.trim().slice(0, 64)
  return { ...base, ...Object.fromEntries(chosen), ...(person ? { person } : {}) }
}

/** The phone these settings describe. */
export const deviceOf = (settings: Settings): Device => {
  const { device, library, engine, setData, event, theme, language } = settings
  return {
    ...defaultDevice,
    ...devices[device],
    libVersion: library,
    engine,
    speed: { setDataMs: Number(setData), eventMs: Number(event) },
    theme,
    language: language === 'zh' ? 'zh_CN' : 'en',
  }
}

/** The mini-program as these settings have it registered with WeChat. */
export const registrationOf = ({ account, era, version }: Settings): Registration => ({
  appid: 'touristappid',
  account,
  version,
  undeclared: [],
  profileEra: era,
})

const RELAUNCHING: readonly (keyof Settings)[] = [
  ...(['person', 'library', 'engine', 'setData', 'event', 'typing', 'version'] as const),
  ...(['device', 'language', 'account', 'era'] as const),
]

/** Whether the mini-program must be opened anew for the change to count. */
export const needsRelaunch = (before: Settings, after: Settings): boolean =>
  RELAUNCHING.some((name) => before[name] !== after[name])

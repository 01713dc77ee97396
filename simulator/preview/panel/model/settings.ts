import { defaultDevice, type Device } from '../../../wx/phone/device'
import type { Registration } from '../../../wx/ports'
import { DEVICES } from './devices'

/** What the panel lets one choose from, by setting. */
export const CHOICES = {
  /** How the person answers when WeChat asks: by popup, or the same every time. */
  answering: ['ask', 'allow', 'refuse', 'cancel'],
  network: ['online', 'slow', 'offline'],
  /** What WeChat's content check says of avatars and nicknames. */
  verdict: ['pass', 'fail', 'timeout'],
  account: ['verified', 'personal'],
  /** Which getUserProfile answers: that of the base library, or one of its ages whatever the library. */
  era: ['by-library', 'real', 'real-without-crypto', 'anonymous'],
  /** Base libraries: the newest, those people have (docs/wechat.md 7.7), and older ones that can do less (docs/wechat.md 1.1, 3.1, 4.1). */
  library: ['3.17.5', '3.12.0', '3.11.3', '3.10.0', '2.32.2', '2.27.0', '2.15.0'],
  /** The JavaScript engine: today's, or that of the oldest phone of the base library, without its newer built-ins (docs/wechat.md 7.8). */
  engine: ['current', 'oldest'],
  /** How long what `setData` changes takes to the screen, in milliseconds (guide "setData"); times of ours. */
  setData: ['0', '100', '300', '1000'],
  /** How long the logic layer is busy with one event, in milliseconds; times of ours. */
  event: ['0', '30', '100', '300'],
  /** Whether the app hears the letters that an input method composes (component reference "input"), or the finished words. */
  typing: ['words', 'keys'],
  /** Which version of the mini-program runs: pictures of http addresses load in a release only (docs/wechat.md 7.10). */
  version: ['release', 'trial', 'develop'],
  device: Object.keys(DEVICES) as (keyof typeof DEVICES)[],
  theme: ['light', 'dark'],
  language: ['zh', 'en'],
} as const

type Chosen = { [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] }

/** Everything the panel decides. It fits into an address: `?person=bob&theme=dark`. */
export interface Settings extends Chosen {
  person: string
}

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
    ...DEVICES[device],
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

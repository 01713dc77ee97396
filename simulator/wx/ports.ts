import type { Clock } from './phone/clock'
import type { WechatServers } from './wechat-servers'
import type { Device } from './phone/device'
import type { PhoneMemory } from './phone/memory'
import type { Network } from './network/network'
import type { Person } from './phone/person'
import type { Screen } from './screen/screen'
import type { ProfileEra } from './account/user-profile'

/** Ways to move between pages, as the host's router takes them; refusals are thrown. */
export interface Router {
  /** Returns the event channel to the new page, for a `navigateTo`. */
  go: (
    move: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch',
    url: string,
    events?: Readonly<Record<string, unknown>>,
  ) => object | undefined
  /** Closes `delta` pages. */
  back: (delta: number) => void
}

/** The event loop of the logic layer, as the host provides it. */
export interface Loop {
  /** Runs code of the bundle; what it throws is recorded, never rethrown. */
  guard: <T>(where: string, task: () => T) => T | undefined
  /** Records an error of the bundle. */
  report: (where: string, error: unknown) => void
  /** Starts a piece of work; the returned function ends it and may be called twice. */
  begin: () => () => void
  /** Passes on the answer of the person: until it comes, the work that waits for it does not count as under way. */
  idleUntil: <T>(answer: Promise<T>) => Promise<T>
  after: (ms: number, where: string, task: () => void) => () => void
  /** Runs a task on the clock after `ms` that never keeps the app busy; returns its cancellation. */
  idly: (ms: number, where: string, task: () => void) => () => void
}

/** Whether code runs inside a tap, and a way to run it as if. */
interface Gesture {
  active: () => boolean
  during: <T>(handler: () => T) => T
}

/** The mini-program as its operator registered it with WeChat. */
export interface Registration {
  appid: string
  /** A personal account has no phone-number ability (docs/wechat.md 4.3). */
  account: 'verified' | 'personal'
  /** What kind of version runs: pictures of http addresses load in a release only (docs/wechat.md 7.10). */
  version: 'develop' | 'trial' | 'release'
  /** Kinds of data missing from the privacy guide: using them fails with errno 112 (docs/wechat.md 3.2). */
  undeclared: readonly string[]
  /**
   * Which age of getUserProfile holds for the version that runs; by-library: that of the phone (docs/wechat.md 1.1).
   */
  profileEra: 'by-library' | ProfileEra
}

/** Whether WeChat found a newer version at this launch, and whether it could fetch it. */
export type AppUpdate = 'none' | 'ready' | 'failed'

/** What the test or the preview decides about a phone. */
export interface PhonePorts {
  registration: Registration
  person: Person
  device: Device
  memory: PhoneMemory
  clock: Clock
  servers: WechatServers
  network: Network
  screen: Screen
  update: AppUpdate
  /** WeChat starts the mini-program anew. */
  restart: () => void
}

/** What the host that runs the bundle provides. */
export interface HostPorts {
  loop: Loop
  router: Router
  gesture: Gesture
  /** How the app was entered: path, query, scene. */
  entry: () => object
  /** The page on screen as the bundle sees it. */
  page: () => Readonly<Record<string, unknown>> | undefined
  /** How long an exchange may take by the configuration of the mini-program, in milliseconds; undefined where it says nothing. */
  timeoutOf: (
    kind: 'request' | 'uploadFile' | 'downloadFile' | 'connectSocket',
  ) => number | undefined
  /** Whether app.json declares an API in `requiredPrivateInfos` (guide "Global configuration"). */
  declares: (api: string) => boolean
  /** Whether app.json has the mini-program follow the theme of the phone (guide "Global configuration", darkmode). */
  followsTheme: boolean
  /** What app.json says a scope is for (guide "Global configuration", permission); empty where it says nothing. */
  purposeOf: (scope: string) => string
  /** The cursor leaves the field where it is, if any. */
  hideKeyboard: () => void
  /** Whether the page on screen is a tab page. */
  onTabPage: () => boolean
  /** How many items the tab bar has. */
  countTabs: () => number
  /** The page is covered by something of WeChat's own (album, camera), and shown again. */
  cover: () => () => void
  /** Another mini-program, or none, is on the screen, and this one is shown again. */
  leave: () => () => void
  /** Scrolls the page on screen, to a place from its top or to the first element of a selector, in logical pixels. */
  scrollPage: (
    to: Pick<WechatMiniprogram.PageScrollToOption, 'scrollTop' | 'selector' | 'offsetTop'>,
  ) => void
  /** Copies plain data into the realm of the logic layer. */
  adopt: <T>(value: T) => T
  /**
   * Makes a promise of the logic layer: only for such a one is a rejection that nothing handled reported there
   * (typings onUnhandledRejection).
   */
  promise: <T>(start: ConstructorParameters<typeof Promise<T>>[0]) => Promise<T>
  /** Makes an error of the logic layer, which is an `Error` there. */
  error: (message: string) => Error
  /** The files of the mini-program's package, as they were written. */
  packaged: {
    bytes: (path: string) => Uint8Array | undefined
    list: () => readonly string[]
  }
}

/** Everything that the simulated WeChat needs. */
export type WxPorts = PhonePorts & HostPorts

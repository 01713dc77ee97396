import type { Clock } from './clock'
import type { Device } from './device'
import type { Network } from './network'
import type { Desk } from './desk'
import type { Storage } from './storage-store'

/** Ways to move between pages, as the host's router takes them; refusals are thrown. */
export interface Router {
  go(move: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch', url: string): void
  back(delta: number): void
}

/** The event loop of the logic layer, as the host gives it. */
export interface Loop {
  /** Runs code of the bundle; what it throws is recorded, never rethrown. */
  guard<T>(where: string, task: () => T): T | undefined
  report(where: string, error: unknown): void
  /** Starts a piece of work; the returned function ends it and may be called twice. */
  begin(): () => void
  after(ms: number, where: string, task: () => void): () => void
}

/** What the simulated WeChat stands on. The host gives `loop`, `router` and `entry`; the test or the preview the rest. */
export interface WxPorts {
  /** AppID of the running mini-program. */
  appid: string
  /** Who holds the phone. */
  person: string
  device: Device
  clock: Clock
  desk: Desk
  network: Network
  storage: Storage
  loop: Loop
  router: Router
  entry(): Readonly<Record<string, unknown>>
  /** Copies plain data into the realm of the logic layer. */
  adopt<T>(value: T): T
}

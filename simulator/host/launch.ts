import { realClock, type Clock } from '../wx/phone/clock'
import { connectSimulator, type WechatServers } from '../wx/wechat-servers'
import { defaultDevice, type Device } from '../wx/phone/device'
import { createPhoneMemory, type PhoneMemory } from '../wx/phone/memory'
import type { Network } from '../wx/network/network'
import { createPerson, type Person } from '../wx/phone/person'
import type { AppUpdate, PhonePorts, Registration } from '../wx/ports'
import { createScreen, type Screen } from '../wx/screen/screen'
import { takeAway } from './core/logic/built-ins-of-libraries'
import { createPhone } from './core/phone'
import type { Files } from './core/ports'
import type { RunningApp } from './core/running-app'
import { filesIn } from './node/files'
import { createNodeNetwork } from './node/node-network'
import { miniProgramIn } from './node/project'
import { createNodeShell } from './node/shell'

/**
 * The phone to launch on. Only `person` and `simulator` are needed; the rest defaults to a common phone with nothing
 * stored.
 */
export interface LaunchOptions {
  /** Who holds the phone: a name (then they agree to everything), or a person with answers of their own. */
  person: string | Person
  /** Where codes and profiles come from: the address of a running simulator, or servers of your own. */
  simulator: WechatServers | string
  /** How the mini-program is registered with WeChat; what is left out is that of a released app of a company. */
  registration?: Partial<Registration>
  /** `host:port` → `host:port`, like a hosts file. */
  hosts?: Readonly<Record<string, string>>
  /** The phone's network; one over `fetch`, with `hosts`, when left out. */
  network?: Network
  /** Pass the same memory again to launch a second time on the same phone. */
  memory?: PhoneMemory
  /** The kind of phone; what is left out is that of a common one. */
  device?: Partial<Device>
  /** The phone's clock; the machine's when left out. */
  clock?: Clock
  /** What WeChat shows around the pages; pass one to read it. */
  screen?: Screen
  /** What WeChat's update manager finds at this launch; `none` when left out. */
  update?: AppUpdate
  /** Route with query to enter by; the entry page when left out. */
  url?: string
  /** WeChat's scene number; 1001, the list of recent mini-programs, when left out. */
  scene?: number
  /** Replaced members of `wx`, for a test of one trap; undefined takes a member away. */
  wx?: Readonly<Record<string, unknown>>
  /** Built-ins of the language to take away from the bundle, such as `Array.prototype.at`. */
  without?: readonly string[]
}

const REGISTRATION: Registration = {
  appid: 'touristappid',
  account: 'verified',
  version: 'release',
  undeclared: [],
  profileEra: 'by-library',
}

const portsOf = (options: LaunchOptions): Omit<PhonePorts, 'restart'> => {
  const { person, simulator } = options
  return {
    registration: { ...REGISTRATION, ...options.registration },
    person: typeof person === 'string' ? createPerson(person) : person,
    device: { ...defaultDevice, ...options.device },
    memory: options.memory ?? createPhoneMemory(),
    clock: options.clock ?? realClock,
    servers: typeof simulator === 'string' ? connectSimulator(simulator) : simulator,
    network: options.network ?? createNodeNetwork(options.hosts),
    screen: options.screen ?? createScreen(),
    update: options.update ?? 'none',
  }
}

/** A mini-program launched here. It runs on where WeChat would restart it: launch again with the same memory. */
export interface LaunchedApp extends RunningApp {
  /** How often it had itself restarted to apply an update. */
  restarts: () => number
}

/**
 * Launches a built mini-program (the folder `dist/weapp`, or its files) in Node and returns the handle to drive
 * it, once the launch has settled. Rejects when there is no mini-program; errors of the bundle itself are in
 * `errors`.
 */
export const launch = async (
  dist: string | Files,
  options: LaunchOptions,
): Promise<LaunchedApp> => {
  const { shell, close } = createNodeShell(
    typeof dist === 'string' ? filesIn(miniProgramIn(dist)) : dist,
  )
  takeAway(shell.realm.globals, options.without ?? [])
  let restarts = 0
  const ports = { ...portsOf(options), restart: () => void (restarts += 1) }
  const phone = createPhone(shell, ports, options, options.wx ?? {}, close)
  phone.launch()
  await phone.app.settled()
  return { ...phone.app, restarts: () => restarts }
}

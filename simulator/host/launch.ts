import { createControls } from './core/controls'
import { createDispatch } from './core/events'
import { createGesture } from './core/gesture'
import { createHands } from './core/hands'
import { createMiniProgram } from './core/mini-program'
import type { Files } from './core/ports'
import { createRunningApp, type RunningApp } from './core/running-app'
import { filesIn } from './node/files'
import { createNodeShell } from './node/shell'
import { realClock, type Clock } from '../wx/clock'
import { createHttpDesk, type Desk } from '../wx/desk'
import { defaultDevice, type Device } from '../wx/device'
import { createNetwork, type Network } from '../wx/network'
import { createStorage, type Storage } from '../wx/storage-store'
import { createWx } from '../wx/wx'

/** The phone to launch on. Only `person` is needed; the rest defaults to a common phone with an empty storage. */
export interface LaunchOptions {
  /** Who holds the phone: a free-form name the simulator knows or comes to know. */
  person: string
  /** Where codes come from: the address of a running simulator, or a desk of your own. */
  desk: Desk | string
  appid?: string
  /** `host:port` → `host:port`, like a hosts file. */
  hosts?: Readonly<Record<string, string>>
  network?: Network
  /** Give the same storage again to launch a second time on the same phone. */
  storage?: Storage
  device?: Partial<Device>
  clock?: Clock
  /** Route with query to enter by; the entry page when left out. */
  url?: string
  /** Extra or replaced members of `wx`, for a test of one trap. */
  wx?: Readonly<Record<string, unknown>>
}

/**
 * Launches a built mini-program (the folder `dist/weapp`, or its files) in Node and gives the handle to drive it, once the launch has settled.
 * Rejects when the folder holds no mini-program; errors of the bundle itself are in `errors`.
 */
export const launch = async (dist: string | Files, options: LaunchOptions): Promise<RunningApp> => {
  const { shell, close } = createNodeShell(typeof dist === 'string' ? filesIn(dist) : dist)
  const clock = options.clock ?? realClock
  const gesture = createGesture()
  const controls = createControls()
  const desk = typeof options.desk === 'string' ? createHttpDesk(options.desk) : options.desk

  const program = createMiniProgram(shell, clock, options, (host) => ({
    ...createWx({
      appid: options.appid ?? 'touristappid',
      person: options.person,
      device: { ...defaultDevice, ...options.device },
      clock,
      desk,
      network: options.network ?? createNetwork(options.hosts),
      storage: options.storage ?? createStorage(),
      loop: host.activity,
      router: host.router,
      entry: host.entryOptions,
      adopt: shell.realm.adopt,
    }),
    ...options.wx,
  }))

  const dispatch = createDispatch(shell.framework, shell.realm)
  const hands = createHands({ dispatch, controls, gesture, openAbility: () => undefined })
  const app = createRunningApp(program, hands, controls, close)
  program.launch()
  await app.settled()
  return app
}

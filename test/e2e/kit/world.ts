import { rm } from 'node:fs/promises'
import { TEST_BUNDLE } from '../../../scripts/build/test-bundle'
import { newDatabaseFolder } from './database-folder'
import { startServerProcess } from '../../../server/test/kit/server-process'
import type { RunningApp } from '../../../simulator/host/core/running-app'
import { launch, type LaunchOptions } from '../../../simulator/host/launch'
import { filesIn } from '../../../simulator/host/node/files'
import { startSimulator, type Simulator } from '../../../simulator/start'

/** Where the bundle under test believes its backend to be. */
const BUILT_FOR = '127.0.0.1:8787'

/** WeChat, a backend with its database, and phones that run the built bundle. */
export interface World {
  simulator: Simulator
  /** Leads the address the bundle was built for to this world's backend. */
  hosts: Readonly<Record<string, string>>
  /** The person picks up a phone and opens the app. */
  open(person: string, options?: Partial<LaunchOptions>): Promise<RunningApp>
  /** Closes every phone and gives the errors their bundles did not catch, and the rules of Audits they broke. */
  putAway(): readonly string[]
  stop(): Promise<void>
}

const faultsOf = (phone: RunningApp): string[] => {
  const errors = phone.errors.map(({ where, error }) => `${where}: ${String(error)}`)
  return [...errors, ...phone.audit().findings]
}

/** Phones that were picked up and not yet put away. */
const phonesOf = (
  simulator: Simulator,
  hosts: World['hosts'],
  folder: string,
): Pick<World, 'open' | 'putAway'> => {
  // One reading for all phones: their templates are compiled once.
  const bundle = filesIn(folder)
  let phones: RunningApp[] = []
  return {
    open: async (person, options = {}) => {
      const phone = await launch(bundle, { person, desk: simulator.url, hosts, ...options })
      phones.push(phone)
      return phone
    },
    putAway: () => {
      const broken = phones.flatMap(faultsOf)
      for (const phone of phones) phone.close()
      phones = []
      return broken
    },
  }
}

/**
 * Starts a world of its own, on free ports and an empty database. When a part does not start, ends those that did and
 * rejects: nothing is left to keep Jest from exiting.
 */
export const startWorld = async (bundle: string = TEST_BUNDLE): Promise<World> => {
  const endings: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const end of endings.splice(0).reverse()) await end()
  }
  try {
    const dataDir = await newDatabaseFolder()
    endings.push(() => rm(dataDir, { recursive: true, force: true }))
    const simulator = await startSimulator({ port: 0 })
    endings.push(simulator.close)
    const server = await startServerProcess({ DATA_DIR: dataDir, WECHAT_API_BASE: simulator.url })
    endings.push(server.stop)
    const hosts = { [BUILT_FOR]: new URL(server.url).host }
    return { simulator, hosts, ...phonesOf(simulator, hosts, bundle), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

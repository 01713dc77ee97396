import { TEST_BUNDLE } from '../../../scripts/build/test-bundle'
import {
  filesIn,
  launch,
  type Files,
  type LaunchOptions,
  type RunningApp,
} from '../../../simulator/index'
import { wechatControl, type WechatControl } from '../../contract/kit/wechat-control'
import { createAcquaintances } from './acquaintances'

/** Where the bundle under test believes its backend to be. */
const BUILT_FOR = '127.0.0.1:8787'

/** WeChat, a backend with its database, and phones that run the built bundle. */
export interface World {
  /** Origins of the running WeChat and the running backend. */
  simulator: string
  server: string
  wechat: WechatControl
  /** Leads the address the bundle was built for to the running backend. */
  hosts: Readonly<Record<string, string>>
  /** The person, whom no other test file may name, picks up a phone and opens the app. */
  open: (person: string, options?: Partial<LaunchOptions>) => Promise<RunningApp>
  /** Closes every phone and returns the errors their bundles did not catch, and the rules of Audits they broke. */
  putAway: () => readonly string[]
}

const faultsOf = (phone: RunningApp): string[] => {
  const errors = phone.errors.map(({ where, error }) => `${where}: ${String(error)}`)
  return [...errors, ...phone.audit().findings]
}

const address = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) {
    throw new Error(`${name} is unset: run this test with Jest's project "bundle".`)
  }
  return value
}

/**
 * The product's bundle without the component that views deeper than its templates are drawn through: it costs
 * time, and a screen that came to need it would lose a part and fail its test (config/slim/base-level.ts).
 */
const withoutDeepViews = (files: Files): Files => ({
  ...files,
  read: (path) => files.read(path)?.replace(path === 'base.wxml' ? /<comp [^>]*\/>/g : /$^/, ''),
})

/** The backend and the WeChat that `test/setup/bundle.ts` started, and phones with the bundle in `folder`. */
export const openWorld = (folder: string = TEST_BUNDLE): World => {
  const simulator = address('BUNDLE_SIMULATOR')
  const server = address('BUNDLE_SERVER')
  const hosts = { [BUILT_FOR]: new URL(server).host }
  const meet = createAcquaintances(simulator)
  // One reading for all phones: their templates are compiled once.
  let bundle: ReturnType<typeof filesIn> | undefined
  let phones: RunningApp[] = []
  return {
    simulator,
    server,
    wechat: wechatControl(simulator),
    hosts,
    open: async (person, options = {}) => {
      await meet(person)
      bundle ??= folder === TEST_BUNDLE ? withoutDeepViews(filesIn(folder)) : filesIn(folder)
      const phone = await launch(bundle, { person, simulator, hosts, ...options })
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

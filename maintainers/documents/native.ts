import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type RunningApp, launch, type LaunchOptions } from '../../simulator/index'
import type { World } from '../../test/contract/kit/world'

/** A page as a document prints it: script and template. */
export interface NativeOptions {
  readonly script: string
  readonly template?: string
  /** More of the app: other files by path. */
  readonly files?: Readonly<Record<string, string>>
  readonly options: Partial<LaunchOptions> & Pick<LaunchOptions, 'person'>
}

/** The running mini-program of one page. */
export type NativeApp = RunningApp

const requirePackage = createRequire(`${process.cwd()}/package.json`)
const source = (name: string) => readFileSync(requirePackage.resolve(name), 'utf8')

// The host's hosts file leads from here to the backend that runs.
const HOST = '127.0.0.1:8787'

/** What an app.js of those days looks like: the SDK at the top, initialised with the client ID. */
const appScript = (clientId: string) => `
globalThis.window = undefined
globalThis.regeneratorRuntime = require('./regenerator-runtime.js')
const BaaS = require('./minapp-sdk.js')
wx.BaaS = BaaS
wx.BaaS.init('${clientId}', { host: 'http://${HOST}' })
App({ BaaS })
`

/** Starts a native mini-program with one page and the genuine SDK on a phone in the host. */
export const openNative = async (
  world: World,
  { script, template = '<view/>', files = {}, options }: NativeOptions,
): Promise<NativeApp> => {
  const sources: Readonly<Record<string, string>> = {
    'app.json': JSON.stringify({ pages: ['pages/a'] }),
    'app.js': appScript(world.clientId),
    'minapp-sdk.js': source('minapp-sdk/lib/index.js'),
    'regenerator-runtime.js': source('regenerator-runtime'),
    'pages/a.js': script,
    'pages/a.wxml': template,
    ...files,
  }
  return launch(
    { read: (path) => sources[path], list: () => Object.keys(sources) },
    {
      simulator: process.env['CONTRACT_SIMULATOR'] ?? '',
      hosts: { [HOST]: new URL(world.server).host },
      ...options,
    },
  )
}

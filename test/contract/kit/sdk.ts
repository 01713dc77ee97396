import { Console } from 'node:console'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Writable } from 'node:stream'
import type { VendorSdk } from './sdk-types'

const requirePackage = createRequire(`${process.cwd()}/package.json`)

// Its own words on the console are no concern of a test, which sees the error itself.
const quiet = new Console(new Writable({ write: (_chunk, _encoding, done) => done() }))

/**
 * Runs a file of the genuine `minapp-sdk`, byte for byte as published, and returns its `BaaS`.
 *
 * Each call is a fresh copy with module state of its own: the file runs as the body of a function whose
 * parameters stand for the globals it reads. That also answers what keeps 3.23.6 from loading in Node,
 * a bare `window` (docs/protocol.md 9.3) and a missing `regeneratorRuntime` (docs/protocol.md 9.1), without touching
 * the globals of the test.
 */
const load = (file: string, globals: Readonly<Record<string, unknown>>): VendorSdk => {
  const module = { exports: {} }
  const all = {
    ...globals,
    module,
    exports: module.exports,
    console: quiet,
    regeneratorRuntime: requirePackage('regenerator-runtime'),
  }
  const source = `${readFileSync(file, 'utf8')}\n//# sourceURL=${file}`
  new Function(...Object.keys(all), source)(...Object.values(all))
  return module.exports as VendorSdk
}

/**
 * The build for mini-programs, for one phone; `published` names the package of another version. The package's main
 * field leads bundlers to the web build (docs/protocol.md 9.2).
 */
export const loadSdk = (wx: object, published = 'minapp-sdk'): VendorSdk =>
  load(requirePackage.resolve(`${published}/lib/index.js`), { wx, window: {} })

/** The build for browsers, for the page that `window` is; it reads the page's globals. */
export const loadWebSdk = (): VendorSdk => load(requirePackage.resolve('minapp-sdk/lib/web.js'), {})

import { Console } from 'node:console'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Writable } from 'node:stream'
import type { VendorSdk } from './sdk-types'

const requirePackage = createRequire(`${process.cwd()}/package.json`)

// The package's main field leads bundlers to its web build; the file of the mini-program has to be named (W2).
const file = requirePackage.resolve('minapp-sdk/lib/index.js')
const source = readFileSync(file, 'utf8')

// Its own words on the console are no concern of a test, which sees the error itself.
const quiet = new Console(new Writable({ write: (_chunk, _encoding, done) => done() }))

/**
 * Loads the genuine `minapp-sdk`, byte for byte as published, for one phone and gives its `wx.BaaS`.
 *
 * Each call is a fresh copy with module state of its own: the file runs as the body of a function whose
 * parameters stand for the globals it reads. That also answers what keeps 3.23.6 from loading in Node,
 * a bare `window` (W3) and a missing `regeneratorRuntime` (W1), without touching the globals of the test.
 */
export const loadSdk = (wx: object): VendorSdk => {
  const module = { exports: {} }
  const run = new Function(
    'module',
    'exports',
    'wx',
    'window',
    'console',
    'regeneratorRuntime',
    `${source}\n//# sourceURL=${file}`,
  )
  run(module, module.exports, wx, {}, quiet, requirePackage('regenerator-runtime'))
  return module.exports as VendorSdk
}

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fingerprint } from './fingerprint'
import { taroBuild } from './taro'

/** Where the bundle under test lies: beside dist/, so that a running `npm start` is left alone. */
export const TEST_BUNDLE = '.cache/test/weapp'

const STAMP = '.cache/test/weapp.stamp'
const INPUTS = ['src', 'config', 'babel.config.js', '.browserslistrc', '.env', 'package-lock.json']

/** The settings of the bundle under test: those of a fresh clone, whatever this machine's shell says. */
const SETTINGS = {
  TARO_APP_BAAS_HOST: 'http://127.0.0.1:8787',
  TARO_APP_BAAS_CLIENT_ID: 'starter-dev',
  TARO_APP_CREATE_USER_ON_LAUNCH: 'false',
}

/** Builds the weapp bundle as it ships, unless the one that is there came from the same sources. */
export async function ensureTestBundle(): Promise<void> {
  const wanted = fingerprint(INPUTS) + fingerprint([TEST_BUNDLE])
  const found = await readFile(STAMP, 'utf8').catch(() => '')
  if (found === wanted) return
  await rm(TEST_BUNDLE, { recursive: true, force: true })
  await taroBuild({ appFolder: '.', type: 'weapp', output: TEST_BUNDLE, env: SETTINGS })
  await mkdir('.cache/test', { recursive: true })
  await writeFile(STAMP, fingerprint(INPUTS) + fingerprint([TEST_BUNDLE]))
}

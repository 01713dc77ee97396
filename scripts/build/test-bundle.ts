import { rm } from 'node:fs/promises'
import { builtOnce } from './built-once'
import { fingerprint } from './fingerprint'
import { taroBuild, type TaroBuild } from './taro'

/** Where the bundle under test lies: beside dist/, so that a running `npm start` is left alone. */
export const TEST_BUNDLE = '.cache/test/weapp'

/** Where the web build under test lies. */
export const TEST_SITE = '.cache/test/h5'

const INPUTS = ['src', 'config', 'babel.config.js', '.browserslistrc', 'package-lock.json']

/** Where the bundle lies that asks for consent with its own sheet and goes by unionid. */
export const OTHER_WAYS_BUNDLE = '.cache/test/weapp-other-ways'

/** The settings of the bundle under test: those of a fresh clone, whatever .env and this machine's shell say. */
const TEST_SETTINGS = {
  TARO_APP_BAAS_HOST: 'http://127.0.0.1:8787',
  TARO_APP_BAAS_CLIENT_ID: 'starter-dev',
  TARO_APP_CREATE_USER_ON_LAUNCH: 'false',
  TARO_APP_WITH_UNIONID: 'false',
  TARO_APP_PHONE: 'oneTap',
  TARO_APP_SMS: 'true',
  TARO_APP_SMS_COUNTRIES: 'CN',
  TARO_APP_PROFILE_BUTTON: 'true',
  TARO_APP_PROFILE_WRITER: 'client',
  TARO_APP_PROFILE_SYNC: 'setnx',
  TARO_APP_PROFILE_OFFER: 'first',
  TARO_APP_PROFILE_DESC: '用于展示你的头像和昵称',
  TARO_APP_PROFILE_DESC_EN: 'To show your picture and name',
  TARO_APP_PRIVACY_SHEET: 'official',
  TARO_APP_TIANMU: 'false',
}

const ensure = async (
  type: TaroBuild['type'],
  output: string,
  more: Readonly<Record<string, string>> = {},
) => {
  const env = { ...TEST_SETTINGS, ...more }
  await builtOnce(output, fingerprint(INPUTS) + JSON.stringify(env), async () => {
    await rm(output, { recursive: true, force: true })
    await taroBuild({ appFolder: '.', type, output, env })
  })
}

/** Builds the weapp bundle as it ships, unless the one that is there came from the same sources. */
export const ensureTestBundle = (): Promise<void> => ensure('weapp', TEST_BUNDLE)

/** Builds a weapp bundle with `settings` on top of those, into the folder `output`, likewise. */
export const ensureBundleWith = (
  output: string,
  settings: Readonly<Record<string, string>>,
): Promise<void> => ensure('weapp', output, settings)

/** Builds the web app as it ships, likewise. */
export const ensureTestSite = (): Promise<void> => ensure('h5', TEST_SITE)

/** Builds the weapp bundle with what is off in the usual one and has screens of its own, likewise. */
export const ensureOtherWaysBundle = (): Promise<void> =>
  ensure('weapp', OTHER_WAYS_BUNDLE, {
    TARO_APP_PRIVACY_SHEET: 'own',
    TARO_APP_WITH_UNIONID: 'true',
    TARO_APP_SMS_COUNTRIES: 'CN,HK,GB',
  })

import { readFeatures, withFeatureDefaults, type Features } from './features'
import { fieldReader, flag, origin, token, type Raw } from './fields'

/** What the app is configured with at build time, through `.env*` files or the shell. */
export interface Settings {
  /** Origin of the wx.BaaS backend, without a trailing slash. */
  baasHost: string
  /** Sent as X-Hydrogen-Client-ID (docs/protocol.md 2.1). */
  baasClientId: string
  /** `create_user` of the silent login at launch (docs/protocol.md 8.1). */
  createUserOnLaunch: boolean
  /** Whether WeChat sign-ins and links go by unionid, too (docs/protocol.md 8.2). */
  withUnionID: boolean
  features: Features
}

/**
 * Reads and checks every setting at once.
 * @param raw environment variables, `.env*` files already merged in
 * @returns the settings, or one sentence per fault, each naming its variable
 */
export const readSettings = (raw: Raw): { settings: Settings } | { faults: string[] } => {
  const { read, faults } = fieldReader(withFeatureDefaults(raw))
  const settings: Settings = {
    baasHost: read('TARO_APP_BAAS_HOST', origin, ''),
    baasClientId: read('TARO_APP_BAAS_CLIENT_ID', token, ''),
    createUserOnLaunch: read('TARO_APP_CREATE_USER_ON_LAUNCH', flag, false),
    withUnionID: read('TARO_APP_WITH_UNIONID', flag, false),
    features: readFeatures(read),
  }
  return faults.length > 0 ? { faults } : { settings }
}

/**
 * What a person should hear before shipping this build; empty when there is nothing to say.
 * @param mode `production` builds are the ones that get uploaded
 */
export const shippingWarnings = (settings: Settings, mode: string): string[] => {
  if (mode !== 'production' || settings.baasHost.startsWith('https://')) return []
  return [
    `This build talks to ${settings.baasHost}: fine in DevTools with the domain check off, ` +
      'but on phones WeChat reaches only whitelisted https hosts (TARO_APP_BAAS_HOST).',
  ]
}

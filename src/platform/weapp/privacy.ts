import { normalised } from '../normalised'
import type { Privacy } from '../platform'
import { capability } from './capability'

/**
 * Taro does not promisify the privacy calls: awaiting them gives undefined (docs/wechat.md 8.2).
 * @param absent what holds where the base library has no such call, below 2.32.3
 */
function promised<T>(
  name: 'getPrivacySetting' | 'requirePrivacyAuthorize' | 'openPrivacyContract',
  absent: T,
): Promise<T> {
  const call = capability(name)
  if (call === undefined) return Promise.resolve(absent)
  return normalised(new Promise<T>((success, fail) => call({ success, fail })))
}

export const privacy: Privacy = {
  needsConsent: async () =>
    (await promised('getPrivacySetting', { needAuthorization: false })).needAuthorization,
  requireConsent: () => promised('requirePrivacyAuthorize', undefined),
  openContract: () => promised('openPrivacyContract', undefined),
  onNeedConsent(listener) {
    if (__FEATURES__.privacySheet !== 'own') return
    capability('onNeedPrivacyAuthorization')?.(listener)
  },
}

import { answered, CALL_MS } from '../answered'
import { decorate } from '../decorate'
import type { Privacy } from '../platform'
import { capability } from './capability'

/** A person reads before answering; a WeChat that never answers must not close the page for good. */
const CONSENT_MS = 15_000

/**
 * Taro does not promisify the privacy calls: awaiting them returns undefined (docs/wechat.md 8.2).
 * @param absent what holds where the base library has no such call, below 2.32.3
 */
const promised = <T>(
  name: 'getPrivacySetting' | 'requirePrivacyAuthorize' | 'openPrivacyContract',
  absent: T,
  ms = CALL_MS,
): Promise<T> => {
  const call = capability(name)
  if (call === undefined) return Promise.resolve(absent)
  return answered(() => new Promise<T>((success, fail) => call({ success, fail })), ms)
}

export const privacy: Privacy = {
  needsConsent: async () =>
    (await promised('getPrivacySetting', { needAuthorization: false })).needAuthorization,
  requireConsent: () => promised('requirePrivacyAuthorize', undefined, CONSENT_MS),
  openContract: () => promised('openPrivacyContract', undefined),
  onNeedConsent(listener) {
    if (__FEATURES__.privacySheet !== 'own') return
    decorate(() => capability('onNeedPrivacyAuthorization')?.(listener))
  },
}

import { answered } from '../answered'
import { decorate } from '../decorate'
import type { Privacy } from '../platform'
import { capability } from './capability'

/** A person reads before answering; a WeChat that never answers must not close the page for good. */
const CONSENT_MS = 15_000

export const privacy: Privacy = {
  requireConsent() {
    const ask = capability('requirePrivacyAuthorize')
    if (ask === undefined) return Promise.resolve()
    // Taro does not promisify the privacy calls: awaiting them returns undefined (docs/wechat.md 8.2).
    return answered(() => new Promise<void>((success, fail) => ask({ success, fail })), CONSENT_MS)
  },
  onNeedConsent(listener) {
    if (__FEATURES__.privacySheet !== 'own') return
    decorate(() => capability('onNeedPrivacyAuthorization')?.(listener))
  },
}

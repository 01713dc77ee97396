import Taro from '@tarojs/taro'
import { wechatError } from '../../baas/wechat-errors'
import type { Privacy } from '../platform'

interface Callbacks<T> {
  success: (result: T) => void
  fail: (reason: unknown) => void
}

/**
 * Taro does not promisify the privacy calls: awaiting them gives undefined (T9).
 * @param absent what holds where the base library has no such call, below 2.32.3
 */
function promised<T>(
  name: 'getPrivacySetting' | 'requirePrivacyAuthorize' | 'openPrivacyContract',
  absent: T,
): Promise<T> {
  const call = (Taro as unknown as Readonly<Record<string, unknown>>)[name]
  if (typeof call !== 'function') return Promise.resolve(absent)
  return new Promise<T>((resolve, reject) => {
    const callbacks: Callbacks<T> = {
      success: resolve,
      fail: (reason) => reject(wechatError(reason)),
    }
    call.call(Taro, callbacks)
  })
}

export const privacy: Privacy = {
  needsConsent: async () =>
    (await promised('getPrivacySetting', { needAuthorization: false })).needAuthorization,
  requireConsent: () => promised('requirePrivacyAuthorize', undefined),
  openContract: () => promised('openPrivacyContract', undefined),
  onNeedConsent(listener) {
    if (__FEATURES__.privacySheet !== 'own') return
    const register = (Taro as unknown as Readonly<Record<string, unknown>>)[
      'onNeedPrivacyAuthorization'
    ]
    if (typeof register === 'function') register.call(Taro, listener)
  },
}

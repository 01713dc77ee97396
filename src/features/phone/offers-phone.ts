import type { Platform } from '../../platform/platform'

/** Whether this build has a way to a phone number here: text messages anywhere, the phone button in WeChat only. */
export const offersPhone = (client: Platform['client']): boolean =>
  __FEATURES__.sms || (__FEATURES__.phone !== 'off' && client === 'WECHAT')

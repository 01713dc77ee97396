/** Whether this build has a way to a phone number: text messages anywhere, the phone button in WeChat only. */
export const offersPhone = (): boolean =>
  __FEATURES__.sms || (__FEATURES__.phone !== 'off' && __TARGET__ === 'weapp')

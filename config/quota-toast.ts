const PHONE_EVENT = / bindgetphonenumber="[^"]*"/gi

/**
 * Adds to every button of Taro's templates the attribute that Taro does not know (docs/wechat.md 8.1): without it
 * WeChat covers half the screen when the quota of phone numbers is used up; we say it in our words and offer
 * another way. It concerns phone buttons alone, so builds without them stay as they are.
 */
export const withoutQuotaToast = (wxml: string): string =>
  wxml.replace(PHONE_EVENT, (event) => ` phone-number-no-quota-toast="{{false}}"${event}`)

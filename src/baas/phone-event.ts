import { BaasError, CODE } from './errors'
import { isAtLeast, type Wechat } from './wechat'
import { wechatError } from './wechat-errors'

/** `event.detail` of the phone button (docs/wechat.md 4.1). */
export interface PhoneDetail {
  readonly errMsg?: string
  readonly errno?: number
  /** The phone code, from base library 2.21.2 on: one use, five minutes, not a wx.login code. */
  readonly code?: string
  readonly encryptedData?: string
  readonly iv?: string
}

/** Whether this base library returns phone codes, and so which version of the protocol to speak. */
export const givesPhoneCode = (wechat: Wechat): boolean => isAtLeast(wechat.libVersion(), '2.21.2')

/** Whether the person let WeChat return the number: the documented realtime event has a code alone. */
export const hasNumber = ({ encryptedData, code }: PhoneDetail): boolean =>
  Boolean(encryptedData || code)

/**
 * The phone part of a request, and the protocol version that takes it. Throws 603, or what else the event says
 * when it brings no number; 605 when the phone code is missing.
 */
export const phoneFields = (detail: PhoneDetail, wechat: Wechat) => {
  const { encryptedData, iv, code, ...said } = detail
  if (!hasNumber(detail)) {
    throw said.errMsg === undefined ? new BaasError(CODE.unauthorized) : wechatError(said)
  }
  if (!givesPhoneCode(wechat)) return { version: 'v2.5', fields: { encryptedData, iv } } as const
  if (!code) throw new BaasError(CODE.incorrectParameterType)
  return { version: 'v2.7', fields: { encryptedData, iv, phone_code: code } } as const
}

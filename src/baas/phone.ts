import { CODE } from './errors'
import { phoneFields, type PhoneDetail } from './phone-event'
import { post, postAsAnyone, putNaming, type Send } from './send'
import type { HttpResponse } from './transport'
import type { Wechat } from './wechat'

/**
 * Binds the number of the phone button to the session's user (docs/protocol.md 3.4); the answer is that user.
 * Rejects with 400 when `overwrite` is false and another number is bound, 603 refused, 604 no session.
 */
export const bindPhone = async (
  send: Send,
  wechat: Wechat,
  detail: PhoneDetail,
  overwrite: boolean,
): Promise<HttpResponse> => {
  const { version, fields } = phoneFields(detail, wechat)
  const path = `/hserve/${version}/idp/wechat/phone-verification/`
  const body = { ...fields, overwrite }
  return putNaming(send, path, body, { 401: CODE.sessionMissing })
}

/** Confirms a number with a code sent to it, without `phone` the one the user claims (docs/protocol.md 4.12). */
export const verifyPhone = (send: Send, code: string, phone?: string): Promise<HttpResponse> =>
  post(send, '/hserve/v2.1/sms-phone-verification/', { code, phone })

/** Sends a code to a number: at most one a minute, ten a day (docs/protocol.md 4.13). */
export const sendSmsCode = (
  send: Send,
  { phone, signatureID }: { phone: string; signatureID?: number },
): Promise<HttpResponse> =>
  postAsAnyone(send, '/hserve/v2.2/sms-verification-code/', { phone, signature_id: signatureID })

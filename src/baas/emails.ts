import { fieldsOf } from './read'
import { post, postAsAnyone, type Send } from './send'
import type { HttpResponse } from './transport'

// Not part of wx.BaaS: e-mails of our server hold codes and tokens for these, those of the hosted service lead to its
// own pages, and it answers 404.

/** Verifies the member's e-mail address by the code of an e-mail. Rejects with BaasError 400 when it is wrong or expired. */
export const verifyEmail = (send: Send, code: string): Promise<HttpResponse> =>
  post(send, '/ext/v1/account/email/verify/', { code })

/** What the account had besides the new password, and has to be set up again. */
export interface Ended {
  readonly wechat: boolean
  readonly phone: boolean
}

/**
 * Sets a new password by the token of an e-mail; every sign-in and every other sign-in method of the account ends.
 * Rejects with BaasError 404 when the token is used or expired, with 400 when the password is refused and the token
 * still good.
 */
export const resetPassword = async (
  send: Send,
  token: string,
  password: string,
): Promise<Ended> => {
  const { body } = await postAsAnyone(send, '/ext/v1/email/reset/', { token, password })
  const ended = fieldsOf(fieldsOf(body)['ended'])
  return { wechat: ended['wechat'] === true, phone: ended['phone'] === true }
}

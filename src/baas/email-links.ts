import { fieldsOf } from './read'
import { post, postAsAnyone, type Send } from './send'
import type { HttpResponse } from './transport'

// Not part of wx.BaaS: letters of our server hold a code or lead to the web build, the hosted service's to its own pages.

/** Verifies the member's e-mail address by the code of a letter. Rejects with BaasError 400 when it is wrong or expired. */
export const verifyEmail = (send: Send, code: string): Promise<HttpResponse> =>
  post(send, '/ext/v1/account/email/verify/', { code })

/** What the account had besides the new password, and has to be set up again. */
export interface Ended {
  readonly wechat: boolean
  readonly phone: boolean
}

/**
 * Sets a new password by the token of a letter; every sign-in and every other sign-in method of the account ends.
 * Rejects with BaasError 404 when the token is used or expired, with 400 when the password is refused and the token
 * still good.
 */
export async function resetPassword(send: Send, token: string, password: string): Promise<Ended> {
  const { body } = await postAsAnyone(send, '/ext/v1/email/reset/', { token, password })
  const ended = fieldsOf(fieldsOf(body)['ended'])
  return { wechat: ended['wechat'] === true, phone: ended['phone'] === true }
}

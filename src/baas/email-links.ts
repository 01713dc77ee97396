import { postAsAnyone, type Send } from './send'

// Not part of wx.BaaS: letters of our server lead to the web build, the hosted service's to its own pages.

/** Verifies an e-mail address by the token of a letter. Rejects with BaasError 404 when the token is used or expired. */
export async function verifyEmail(send: Send, token: string): Promise<void> {
  await postAsAnyone(send, '/ext/v1/email/verify/', { token })
}

/**
 * Sets a new password by the token of a letter; every sign-in of the account ends. Rejects with BaasError 404 when
 * the token is used or expired, with 400 when the password is refused and the token still good.
 */
export async function resetPassword(send: Send, token: string, password: string): Promise<void> {
  await postAsAnyone(send, '/ext/v1/email/reset/', { token, password })
}

import { fieldsOf, textOf } from './read'
import { post, type Send } from './send'

// Not part of wx.BaaS: our server asks for it before what opens an account changes; the hosted service never does.

/** What shows once more whose account it is: one of them. `code` is of a wx.login. */
export type ReauthenticationCredentials =
  | { readonly password: string }
  | { readonly code: string }
  | { readonly sms_code: string }
  | { readonly email_code: string }

/** Re-authenticates the member: the token that a refused call is sent again with. Rejects with BaasError 400 or 403 when the credentials are not theirs. */
export const reauthenticate = async (
  send: Send,
  credentials: ReauthenticationCredentials,
): Promise<string> => {
  const { body } = await post(send, '/ext/v1/account/reauthenticate/', credentials)
  return textOf(fieldsOf(body)['reauthentication'])
}

/** Sends the member a code to re-authenticate with, to their verified number or address. */
export const sendReauthenticationCode = async (
  send: Send,
  to: 'phone' | 'email',
): Promise<void> => {
  await post(send, '/ext/v1/account/reauthenticate/send/', { to })
}

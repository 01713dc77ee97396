import { BaasError } from './errors'
import { fieldsOf, textOf } from './read'
import { post, postAsAnyone, type Send } from './send'
import type { HttpResponse } from './transport'

/** A sign-in of the member that is still good, here or on another device. */
export interface DeviceSession {
  readonly id: string
  /** The one this call was made in. */
  readonly current: boolean
  /** How it was begun, for example `wechat_silent` or `password`. */
  readonly method: string
  readonly userAgent: string
  /** Unix seconds. */
  readonly createdAt: number
}

/** What the account had besides the new password, and has to be set up again. */
export interface Ended {
  readonly wechat: boolean
  readonly phone: boolean
}

// Not part of wx.BaaS: our server offers these, the hosted service answers 404. E-mails of our server hold a code or
// lead to the web build, the hosted service's to its own pages.

/** The member's sign-ins, newest first. Rejects with BaasError 404 where the backend has no such list. */
export const listSessions = async (send: Send): Promise<readonly DeviceSession[]> => {
  const { body } = await send({ method: 'GET', path: '/ext/v1/sessions/', as: 'member' })
  const { objects } = fieldsOf(body)
  return (Array.isArray(objects) ? objects : []).map((object: unknown) => {
    const {
      id,
      current,
      login_method: method,
      user_agent: agent,
      created_at: at,
    } = fieldsOf(object)
    return {
      id: textOf(id),
      current: current === true,
      method: textOf(method),
      userAgent: textOf(agent),
      createdAt: Number(at),
    }
  })
}

/** Ends one sign-in; its token is refused from now on. One that has ended already (404) is what was wanted. */
export const endSession = async (send: Send, id: string): Promise<void> => {
  const path = `/ext/v1/sessions/${id}/`
  await send({ method: 'DELETE', path, as: 'member' }).catch((error: unknown) => {
    if (!(error instanceof BaasError) || error.status !== 404) throw error
  })
}

export const endOtherSessions = async (send: Send): Promise<void> => {
  await send({ method: 'POST', path: '/ext/v1/sessions/end-others/', as: 'member' })
}

/** Everything the backend holds about the member, as it sends it. */
export const exportAccount = async (send: Send): Promise<unknown> => {
  return (await send({ method: 'GET', path: '/ext/v1/account/export/', as: 'member' })).body
}

/** Deletes the account for good. Rejects with BaasError 403 when that takes a re-authentication and there is none. */
export const deleteAccount = async (send: Send): Promise<void> => {
  await send({ method: 'POST', path: '/ext/v1/account/delete/', as: 'member' })
}

/** Verifies the member's e-mail address by the code of an e-mail. Rejects with BaasError 400 when it is wrong or expired. */
export const verifyEmail = (send: Send, code: string): Promise<HttpResponse> =>
  post(send, '/ext/v1/account/email/verify/', { code })

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

/** Sends the member a code to re-authenticate with, to their verified number or address. */
export const sendReauthenticationCode = async (
  send: Send,
  to: 'phone' | 'email',
): Promise<void> => {
  await post(send, '/ext/v1/account/reauthenticate/send/', { to })
}

import { pass404 } from './errors'
import { fieldsOf, textOf } from './read'
import type { Send } from './send'

// Not part of wx.BaaS: our server has the list, the hosted service answers 404.

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
  await send({ method: 'DELETE', path, as: 'member' }).catch(pass404)
}

/** Ends every sign-in but the one this call is made in. Rejects with BaasError. */
export const endOtherSessions = async (send: Send): Promise<void> => {
  await send({ method: 'POST', path: '/ext/v1/sessions/end-others/', as: 'member' })
}

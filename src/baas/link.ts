import { fieldsOf, textOf } from './read'
import { post, type Send } from './send'
import type { Wechat } from './wechat'
import type { HttpResponse } from './transport'

/** What identifies the WeChat side of a link. */
export interface LinkCredentials {
  /** That of the 404 that led here; without one a fresh code is spent. */
  readonly ticket?: string | undefined
  /** Whether the unionid is linked, too (docs/protocol.md 8.2). */
  readonly withUnionID: boolean
}

/**
 * Attaches this WeChat identity to the session's account (docs/protocol.md 3.5). With a ticket no new
 * wx.login is spent. Rejects with 400 or 409 when either side is linked already.
 */
export const associate = async (
  send: Send,
  wechat: Wechat,
  { ticket, withUnionID }: LinkCredentials,
): Promise<HttpResponse> => {
  const vouched =
    ticket === undefined ? { code: await wechat.loginCode() } : { link_ticket: ticket }
  return post(send, '/hserve/v2.4/idp/wechat/user-associate/', {
    ...vouched,
    associate_with_unionid: withUnionID,
  })
}

/** The identity in a link reply, as user fields; what it leaves out is left out. */
export const linkedIdentity = (reply: unknown): { openid?: string; unionid?: string } => {
  const openid = textOf(fieldsOf(reply)['openid'])
  const unionid = textOf(fieldsOf(reply)['unionid'])
  return { ...(openid && { openid }), ...(unionid && { unionid }) }
}

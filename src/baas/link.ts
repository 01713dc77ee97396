import { fieldsOf, textOf } from './read'
import { post, type Send } from './send'
import type { Wechat } from './wechat'
import type { HttpResponse } from './transport'

/** What identifies the WeChat side of a link: a fresh code, or the ticket of the 404 that led here. */
export type WechatProof = { readonly ticket: string } | { readonly withUnionID: boolean }

/**
 * Attaches this WeChat identity to the session's account (wire contract 1.1 #5). With a ticket no new
 * wx.login is spent. Rejects with 400 or 409 when either side is linked already.
 */
export async function associate(
  send: Send,
  wechat: Wechat,
  proof: WechatProof,
): Promise<HttpResponse> {
  const body =
    'ticket' in proof
      ? { link_ticket: proof.ticket, associate_with_unionid: false }
      : { code: await wechat.loginCode(), associate_with_unionid: proof.withUnionID }
  return post(send, '/hserve/v2.4/idp/wechat/user-associate/', body)
}

/** The identity a link reply tells of, as user fields; what it leaves out is left out. */
export function linkedIdentity(reply: unknown): { openid?: string; unionid?: string } {
  const openid = textOf(fieldsOf(reply)['openid'])
  const unionid = textOf(fieldsOf(reply)['unionid'])
  return { ...(openid && { openid }), ...(unionid && { unionid }) }
}

import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { isAlive } from '../../clock'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { ApiError } from '../../errors'
import { hashToken, newToken } from '../../sessions/token'
import type { WechatSession } from '../../wechat/client'
import { consumeOnce } from './consume-once'

const LINK_TICKET_SECONDS = 600
const LIFETIME_MS = LINK_TICKET_SECONDS * 1000

const PURPOSE = 'link ticket'
const Content = Type.Object({
  appid: Type.String(),
  openid: Type.String(),
  unionid: Type.Union([Type.String(), Type.Null()]),
  expiresAt: Type.Number(),
})

/** Who a link is about: what a ticket and a code both say. */
export type WechatPerson = Pick<WechatSession, 'openid' | 'unionid'>

/**
 * A ticket that stands for a WeChat person without an account: sealed, so that nothing is stored about
 * someone who has no account. It holds no session_key.
 */
const newLinkTicket = (
  { vault, clock, settings }: Context,
  { openid, unionid }: WechatPerson,
): string =>
  vault.seal(
    JSON.stringify({
      appid: settings.wechat.appid,
      openid,
      unionid,
      expiresAt: clock.now() + LIFETIME_MS,
      nonce: newToken(),
    }),
    PURPOSE,
  )

const refused = () =>
  new ApiError(
    'link_ticket_spent',
    'link_ticket is used, expired or invented: sign in through WeChat again.',
  )

/** Whom a ticket stands for. Rejects with 400 when it is not ours, of another AppID, or over. */
export const readLinkTicket = (
  { vault, clock, settings }: Context,
  ticket: string,
): WechatPerson => {
  let content: unknown
  try {
    content = JSON.parse(vault.open(ticket, PURPOSE))
  } catch {
    throw refused()
  }
  if (!Value.Check(Content, content) || content.appid !== settings.wechat.appid) throw refused()
  if (!isAlive(clock.now(), content.expiresAt, LIFETIME_MS)) throw refused()
  return content
}

/** Consumes a ticket inside the transaction that uses it. Rejects with 400 the second time. */
export const consumeLinkTicket = async (
  db: Pick<Database, 'insert'>,
  ticket: string,
  nowMs: number,
): Promise<void> => {
  if (!(await consumeOnce(db, hashToken(ticket), nowMs))) throw refused()
}

/** The 404 of a sign-in without an account. It leads into the link flow: the ticket spares a new code. */
export const unlinked = (context: Context, person: WechatPerson, message: string): ApiError =>
  new ApiError('no_linked_account', message, {
    link_ticket: newLinkTicket(context, person),
    link_ticket_expires_in: LINK_TICKET_SECONDS,
  })

import { and, eq, isNull, or } from 'drizzle-orm'
import type { Context } from '../../context'
import { orIfTaken } from '../../db/violations'
import { users, wechatIdentities } from '../../db/schema'
import { ApiError } from '../../errors'
import { audit } from '../../security/audit'
import { LIMITS, consume } from '../../security/limits'
import type { Caller } from '../../sessions/authenticate'
import { rotateSessions } from '../../sessions/rotate'
import type { SessionToken, ClientInfo } from '../../sessions/session'
import { holdSession } from '../../sessions/hold-session'
import { heldIdentity } from '../wechat/identity'
import { readLinkTicket, consumeLinkTicket, type WechatPerson } from '../wechat/link-ticket'
import { redeemLoginCode } from '../wechat/redeem-code'
import { requireReauthentication, type Presented } from './reauthentication'
import { sealSessionKey, sessionKeyMark } from '../wechat/session-key'
import { notifyOwner } from '../email/notify-owner'
import { unionConflict, withUnionid } from '../wechat/unionid'

/** The credentials of the WeChat side of a link: a code, or the ticket of the 404 that led here. */
export type LinkCredentials =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'ticket'; readonly ticket: string }

/** A link that holds now. */
export interface Linked {
  readonly person: WechatPerson
  /** null: nothing changed, or the client keeps its token, see `rotateSessions`. */
  readonly sessionToken: SessionToken | null
}

const openidTaken = () =>
  new ApiError('wechat_of_another', 'This WeChat user is linked to another account already.')

/**
 * Links a WeChat person to the caller's account (docs/protocol.md 3.5, 8.3). Linking the same one again changes
 * nothing; a new link takes a re-authentication (docs/decisions/0011, O4), and the owner is notified. Rejects with
 * 400 when either side is linked elsewhere, with 403 for an anonymous user and without the re-authentication. The
 * unique keys decide races: of two links of one openid, one wins.
 */
export const linkWechat = async (
  context: Context,
  caller: Caller,
  credentials: LinkCredentials,
  byUnionid: boolean,
  presented: Presented,
  client: ClientInfo,
): Promise<Linked> => {
  const { db, clock, settings } = context
  const { user, wechat } = caller
  const { ipAddress } = client
  if (user.isAnonymous) {
    throw new ApiError(
      'anonymous_not_allowed',
      'An anonymous user cannot be linked: register first.',
    )
  }
  await consume(context, LIMITS.linksPerUser, String(user.id))
  // Before the code is redeemed: who has to re-authenticate first can present it again.
  if (wechat === null) await requireReauthentication(context, caller, presented, client)

  const session =
    credentials.kind === 'code' ? await redeemLoginCode(context, credentials.code, client) : null
  const person =
    session ?? readLinkTicket(context, credentials.kind === 'ticket' ? credentials.ticket : '')
  const { openid, unionid } = person
  if (wechat !== null && wechat.openid !== openid) {
    throw new ApiError(
      'other_wechat_linked',
      'Another WeChat user is linked to this account already.',
    )
  }

  const nowMs = clock.now()
  const link = db.transaction(async (tx) => {
    await holdSession(tx, context, user.id, client.presentedTokenHash)
    // Unlinked meanwhile, it takes a re-authentication to be linked anew.
    if (wechat !== null) await heldIdentity(tx, context, caller)
    if (credentials.kind === 'ticket') await consumeLinkTicket(tx, credentials.ticket, nowMs)
    if (byUnionid) {
      const union = withUnionid(person)
      const bound = await tx
        .update(users)
        .set({ wechatUnionid: union.unionid, updatedAt: new Date(nowMs) })
        .where(
          and(
            eq(users.id, user.id),
            or(isNull(users.wechatUnionid), eq(users.wechatUnionid, union.unionid)),
          ),
        )
        .returning({ id: users.id })
      if (bound.length === 0) throw unionConflict(union, 'This account has another unionid')
    }
    if (wechat !== null) return { person, sessionToken: null }

    await tx.insert(wechatIdentities).values({
      appid: settings.wechat.appid,
      openid,
      unionid,
      userId: user.id,
      createdAt: new Date(nowMs),
      ...(session !== null && {
        sessionKeySealed: sealSessionKey(context, session),
        sessionKeyMark: sessionKeyMark(context, session),
        sessionKeyAt: new Date(nowMs),
      }),
    })
    const sessionToken = await rotateSessions(tx, caller, client, nowMs)
    await audit(tx, { kind: 'linked_wechat', userId: user.id, ipAddress, nowMs })
    return { person, sessionToken }
  })
  const linked = await orIfTaken(link, (constraint) => {
    if (constraint === 'users_wechat_unionid_key' && unionid !== null) {
      throw unionConflict({ openid, unionid }, 'The unionid belongs to another account')
    }
    throw openidTaken()
  })
  if (wechat === null) notifyOwner(context, user, ['wechat-linked'])
  return linked
}

import { and, eq, ne } from 'drizzle-orm'
import type { Context } from '../../context'
import type { Database } from '../../db/database'
import { orIfTaken } from '../../db/violations'
import { sessions, users, wechatIdentities } from '../../db/schema'
import { audit } from '../../security/audit'
import { phoneIndex, verifiedPhone } from '../../security/phone'
import type { SessionToken, ClientInfo } from '../../sessions/session'
import { hashToken } from '../../sessions/token'
import type { WechatSession } from '../../wechat/client'
import { endSessionsWhere } from '../../sessions/end'
import { holdSession } from '../../sessions/hold-session'
import type { User } from '../users/account'
import { dropClaims, verifiedBy, type Identifier } from '../identifiers/claims'
import { refuseBlocked } from '../users/blocked'
import { createWithWechat } from '../wechat/create-with-wechat'
import { unlinked } from '../wechat/link-ticket'
import { redeemLoginCode } from '../wechat/redeem-code'
import type { SignedIn } from '../sign-in/sign-in-account'
import { signInKnown } from '../wechat/sign-in-known'
import { notifyOwner } from '../email/notify-owner'
import { exchangePhoneCredentials, type PhoneCredentials } from '../wechat/wechat-phone'

/** What a phone login asks for (docs/protocol.md 3.2). */
export interface PhoneLogin extends PhoneCredentials {
  /** A wx.login code fetched before the tap. */
  readonly code: string
  readonly createUser: boolean
}

const NUMBER_HAS_ACCOUNT = 'This phone number belongs to an account: sign in to it to link WeChat.'

interface Owner {
  readonly user: User
  readonly openid: string | null
}

/** The account that has verified a number; who only claims it is no owner (docs/decisions/0011, O1). */
const ownerOf = async ({ db }: Context, identifier: Identifier): Promise<Owner | null> => {
  const [owner] = await db
    .select({ user: users, openid: wechatIdentities.openid })
    .from(users)
    .leftJoin(wechatIdentities, eq(wechatIdentities.userId, users.id))
    .where(verifiedBy(identifier))
    .limit(1)
  return owner ?? null
}

const endSessionsBut = (
  tx: Pick<Database, 'execute'>,
  userId: number,
  { token }: SessionToken,
): Promise<unknown> =>
  endSessionsWhere(tx, and(eq(sessions.userId, userId), ne(sessions.tokenHash, hashToken(token))))

/** Verifies the number for an account that has verified none yet; a verified one is never replaced by a sign-in. */
const keepPhone = async (
  context: Context,
  { account, sessionToken }: SignedIn,
  phone: string,
  identifier: Identifier,
  { ipAddress }: ClientInfo,
): Promise<SignedIn> => {
  const { db, vault, clock } = context
  const { user: before } = account
  if (before.phoneVerified) return { account, sessionToken }
  const nowMs = clock.now()
  const user = await orIfTaken(
    db.transaction(async (tx) => {
      const tokenHash = hashToken(sessionToken.token)
      const held = await holdSession(tx, context, before.id, tokenHash, identifier)
      // Verified meanwhile, by a message or on another device.
      if (held.phoneVerified) return held
      const [kept] = await tx
        .update(users)
        .set({ ...verifiedPhone(vault, phone, 'wechat'), updatedAt: new Date(nowMs) })
        .where(eq(users.id, before.id))
        .returning()
      await dropClaims(tx, identifier, before.id)
      await endSessionsBut(tx, before.id, sessionToken)
      await audit(tx, { kind: 'changed_phone', userId: before.id, ipAddress, nowMs })
      return kept ?? before
    }),
    () => before,
  )
  if (user !== before && user.phoneIndex === phoneIndex(vault, phone)) {
    notifyOwner(context, before, ['phone'])
  }
  return { account: { ...account, user }, sessionToken }
}

/**
 * Links the person to the account that has verified this number and has no WeChat yet, unless the number is
 * no longer its own. As any link, it ends the account's sessions and its owner is notified.
 */
const adopt = async (
  context: Context,
  { openid, unionid }: WechatSession,
  { user }: Owner,
  identifier: Identifier,
  { ipAddress }: ClientInfo,
): Promise<void> => {
  const { appid } = context.settings.wechat
  const nowMs = context.clock.now()
  const isAdopted = await context.db.transaction(async (tx) => {
    const [stillOwner] = await tx
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.id, user.id), verifiedBy(identifier)))
      .for('no key update')
    if (stillOwner === undefined) return false
    const createdAt = new Date(nowMs)
    await tx.insert(wechatIdentities).values({ appid, openid, unionid, userId: user.id, createdAt })
    await endSessionsWhere(tx, eq(sessions.userId, user.id))
    await audit(tx, { kind: 'linked_wechat', userId: user.id, ipAddress, nowMs })
    return true
  })
  if (isAdopted) notifyOwner(context, user, ['wechat-linked'])
}

/**
 * Signs in a WeChat person by code and phone number. The openid decides who it is; the number is kept with that
 * account unless it has one, or another account has verified this one. A number whose account is linked to another
 * WeChat user opens nothing: numbers are recycled (docs/wechat.md 4.7), so the answer is the 404 that leads into
 * the link flow. Rejects otherwise as `silentLogin`.
 */
export const phoneLogin = async (
  context: Context,
  login: PhoneLogin,
  client: ClientInfo,
): Promise<SignedIn> => {
  const person = await redeemLoginCode(context, login.code, client)
  const { openid, sessionKey } = person
  const phone = await exchangePhoneCredentials(
    context,
    login,
    openid,
    async () => [sessionKey],
    client,
  )
  const how = {
    recognition: 'by-openid',
    loginMethod: 'wechat_phone',
    stranger: 'is-refused',
  } as const
  const recognise = () => signInKnown(context, person, how, null, client)

  const identifier = { kind: 'phone', index: phoneIndex(context.vault, phone) } as const
  const owner = await ownerOf(context, identifier)
  const known = await recognise()
  if (known !== null) {
    return owner === null ? keepPhone(context, known, phone, identifier, client) : known
  }

  if (owner !== null) {
    if (owner.openid !== null) throw unlinked(context, person, NUMBER_HAS_ACCOUNT)
    await refuseBlocked(context.db, owner.user.id)
    await orIfTaken(adopt(context, person, owner, identifier, client), () => undefined)
    const adopted = await recognise()
    if (adopted !== null) return adopted
  }
  if (!login.createUser) {
    throw unlinked(context, person, 'No account is linked to this WeChat user.')
  }

  const fields = verifiedPhone(context.vault, phone, 'wechat')
  return orIfTaken(createWithWechat(context, person, fields, 'wechat_phone', client), async () => {
    // Either this person was first in another request, or another person was with the number.
    const winner = await recognise()
    if (winner === null) throw unlinked(context, person, NUMBER_HAS_ACCOUNT)
    return winner
  })
}

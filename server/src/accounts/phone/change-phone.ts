import { eq } from 'drizzle-orm'
import type { Context } from '../../context'
import { orIfTaken } from '../../db/violations'
import { users } from '../../db/schema'
import { ApiError } from '../../errors'
import { audit } from '../../security/audit'
import { phoneIndex, verifiedPhone } from '../../security/phone'
import type { Caller } from '../../sessions/authenticate'
import { rotateSessions, type Changed } from '../../sessions/rotate'
import type { ClientInfo } from '../../sessions/session'
import { holdSession } from '../../sessions/hold-session'
import { dropClaims, ofAnother, refuseVerifiedByAnother } from '../identifiers/claims'
import { linkedOpenid } from '../users/account'
import { storedSessionKeys } from '../wechat/session-key'
import { notifyOwner } from '../email/notify-owner'
import { exchangePhoneCredentials, type PhoneCredentials } from '../wechat/wechat-phone'

/**
 * Binds the number of the phone button to the caller's account, verified (docs/protocol.md 3.4).
 * `overwrite` false keeps a different number that is already bound: 400. So does a number of another account.
 */
export const changePhoneByWechat = async (
  context: Context,
  caller: Caller,
  { overwrite, ...credentials }: PhoneCredentials & { readonly overwrite: boolean },
  client: ClientInfo,
): Promise<Changed> => {
  const { vault } = context
  const { user } = caller
  const openid = linkedOpenid(caller)
  const sessionKeys = () => storedSessionKeys(context, openid)
  const phone = await exchangePhoneCredentials(context, credentials, openid, sessionKeys, client)

  const isSame = user.phoneIndex === phoneIndex(vault, phone)
  if (!overwrite && user.phoneIndex !== null && !isSame) {
    throw new ApiError(
      'phone_bound',
      'Another phone number is bound: send overwrite to replace it.',
    )
  }
  if (isSame && user.phoneVerified && user.nextPhoneIndex === null) {
    return { account: caller, sessionToken: null }
  }

  return storeVerifiedPhone(context, caller, phone, 'wechat', client)
}

/**
 * Sets on the caller's account a number that was just verified, in place of any other. The other sessions end,
 * others lose their claim on the number, and the owner is notified at the one before. Rejects with 400 when
 * another account has verified it.
 */
export const storeVerifiedPhone = async (
  context: Context,
  caller: Caller,
  phone: string,
  by: 'wechat' | 'sms',
  client: ClientInfo,
): Promise<Changed> => {
  const { db, vault, clock } = context
  const { user, wechat } = caller
  const identifier = { kind: 'phone', index: phoneIndex(vault, phone) } as const
  const nowMs = clock.now()
  const changed = await orIfTaken(
    db.transaction(async (tx) => {
      await holdSession(tx, context, user.id, client.presentedTokenHash, identifier)
      await refuseVerifiedByAnother(tx, identifier, user.id)
      const [updated] = await tx
        .update(users)
        .set({ ...verifiedPhone(vault, phone, by), updatedAt: new Date(nowMs) })
        .where(eq(users.id, user.id))
        .returning()
      await dropClaims(tx, identifier, user.id)
      const sessionToken = await rotateSessions(tx, caller, client, nowMs)
      const { ipAddress } = client
      await audit(tx, { kind: 'changed_phone', userId: user.id, ipAddress, nowMs })
      return { account: { user: updated ?? user, wechat }, sessionToken }
    }),
    () => {
      throw ofAnother('phone')
    },
  )
  notifyOwner(context, user, ['phone'])
  return changed
}

import { eq } from 'drizzle-orm'
import type { Context } from '../context'
import { violatedUnique } from '../db/unique-violation'
import { users } from '../db/schema'
import { ApiError } from '../errors'
import { audit } from '../security/audit'
import { LIMITS, consume } from '../security/limits'
import { phoneIndex, sealPhone } from '../security/phone'
import type { Caller } from '../sessions/authenticate'
import { rotateSessions } from '../sessions/rotate'
import type { Grant, Origin } from '../sessions/session'
import type { Account } from './account'
import { dropClaims, ofAnother, refuseVerifiedByAnother } from './claims'
import { linkedOpenid } from './linked-openid'
import { storedSessionKey } from './session-key'
import { tellOwner } from './tell-owner'
import { provenPhone, type PhoneProof } from './wechat-phone'

/** An account after a change that ended its other sessions, with the token that replaces the caller's. */
export interface Changed {
  readonly account: Account
  /** null: the client keeps its token, see `rotateSessions`. */
  readonly grant: Grant | null
}

/**
 * Binds the number of the phone button to the caller's account, verified (docs/protocol.md 3.4).
 * `overwrite` false keeps a different number that is already bound: 400. So does a number of another account.
 */
export const changePhoneByWechat = async (
  context: Context,
  caller: Caller,
  { overwrite, ...proof }: PhoneProof & { readonly overwrite: boolean },
  origin: Origin,
): Promise<Changed> => {
  const { vault } = context
  const { user } = caller
  const openid = linkedOpenid(caller)
  await consume(context, LIMITS.phoneChecksPerUser, String(user.id))
  const sessionKey = () => storedSessionKey(context, openid)
  const phone = await provenPhone(context, proof, openid, sessionKey, origin)

  const isSame = user.phoneIndex === phoneIndex(vault, phone)
  if (!overwrite && user.phoneIndex !== null && !isSame)
    throw new ApiError(400, 'Another phone number is bound: send overwrite to replace it.', {
      error_code: 'phone_bound',
    })
  if (isSame && user.phoneVerified) return { account: caller, grant: null }

  return verifyPhone(context, caller, phone, origin)
}

/**
 * Gives the caller's account a number that was just proven, in place of any other. The other sessions end, others lose
 * their claim on the number, and the owner is told at the one before. Rejects with 400 when another account has
 * verified it.
 */
export const verifyPhone = async (
  context: Context,
  caller: Caller,
  phone: string,
  origin: Origin,
): Promise<Changed> => {
  const { db, vault, clock } = context
  const { user, wechat } = caller
  const identifier = { kind: 'phone', index: phoneIndex(vault, phone) } as const
  const nowMs = clock.now()
  const changed = await db
    .transaction(async (tx) => {
      await refuseVerifiedByAnother(tx, identifier, user.id)
      const [updated] = await tx
        .update(users)
        .set({ ...sealPhone(vault, phone), phoneVerified: true, updatedAt: new Date(nowMs) })
        .where(eq(users.id, user.id))
        .returning()
      await dropClaims(tx, identifier, user.id)
      const grant = await rotateSessions(tx, caller, origin, nowMs)
      const { ipAddress } = origin
      await audit(tx, { kind: 'changed_phone', userId: user.id, ipAddress, nowMs })
      return { account: { user: updated ?? user, wechat }, grant }
    })
    .catch((error: unknown) => {
      throw violatedUnique(error) === null ? error : ofAnother('phone')
    })
  tellOwner(context, user, ['phone'])
  return changed
}

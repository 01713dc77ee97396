import type { Context } from '../../context'
import { ApiError } from '../../errors'
import { normalizePhone, openPhone, phoneIndex } from '../../security/phone'
import type { Caller } from '../../sessions/authenticate'
import type { ClientInfo } from '../../sessions/session'
import type { Changed } from '../../sessions/rotate'
import { verifyPhone } from './change-phone'
import { keepAsOwn } from './own-number'
import { sendSmsCode, consumeSmsCode } from './sms-code'

const phoneIn = ({ vault }: Context, box: string | null): string => {
  if (box === null) {
    throw new ApiError('phone_missing', 'This account has no phone number: set one first.')
  }
  return openPhone(vault, box)
}

/** A number as sent, or null for the one that the account claims, and the code sent to it. */
export interface PhoneVerification {
  readonly phone: string | number | null
  readonly code: string | number
}

/**
 * Verifies a number by the code sent to it (docs/protocol.md 4.12), in place of any other of the account. Rejects with
 * 400 for a wrong code, an account without a number, and a number that another account has verified.
 */
export const verifyPhoneByCode = async (
  context: Context,
  caller: Caller,
  { phone: sent, code }: PhoneVerification,
  client: ClientInfo,
): Promise<Changed> => {
  const { id, phoneIndex: known, phoneSealed, phoneVerified, nextPhoneSealed } = caller.user
  const phone =
    sent === null ? phoneIn(context, nextPhoneSealed ?? phoneSealed) : normalizePhone(sent)
  await consumeSmsCode(context, phone, code, client)
  const isKnown =
    phoneVerified && nextPhoneSealed === null && known === phoneIndex(context.vault, phone)
  if (!isKnown) return verifyPhone(context, caller, phone, 'sms', client)
  await keepAsOwn(context.db, id, known)
  return { account: caller, sessionToken: null }
}

/** Sends a code to the caller's verified number, for a re-authentication. Rejects with 400 when there is none. */
export const sendOwnSmsCode = async (
  context: Context,
  { user }: Caller,
  client: ClientInfo,
): Promise<void> => {
  if (!user.phoneVerified) {
    throw new ApiError('phone_not_verified', 'This account has no verified phone number.')
  }
  await sendSmsCode(context, phoneIn(context, user.phoneSealed), null, client)
}

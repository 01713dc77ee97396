import type { Context } from '../../context'
import { ApiError } from '../../errors'
import { normalizePhone, openPhone, phoneIndex } from '../../security/phone'
import type { Caller } from '../../sessions/authenticate'
import type { ClientInfo } from '../../sessions/session'
import type { Changed } from '../../sessions/rotate'
import { storeVerifiedPhone } from './change-phone'
import { keepAsOwn } from './own-number'
import { consumeSmsCode } from './sms-code'

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
  if (!isKnown) return storeVerifiedPhone(context, caller, phone, 'sms', client)
  await keepAsOwn(context.db, id, known)
  return { account: caller, sessionToken: null }
}

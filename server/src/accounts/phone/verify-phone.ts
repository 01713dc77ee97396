import type { Context } from '../../context'
import { ApiError } from '../../errors'
import { openPhone } from '../../security/phone'
import type { Caller } from '../../sessions/authenticate'
import type { ClientInfo } from '../../sessions/session'
import type { User } from '../users/account'
import type { Changed } from '../../sessions/rotate'
import { verifyPhone } from './change-phone'
import { sendSmsCode, consumeSmsCode } from './sms-code'

const phoneOf = ({ vault }: Context, { phoneSealed }: Pick<User, 'phoneSealed'>): string => {
  if (phoneSealed === null)
    throw new ApiError('phone_missing', 'This account has no phone number: set one first.')
  return openPhone(vault, phoneSealed)
}

/**
 * Verifies the caller's number by the code sent to it (docs/protocol.md 4.12). Rejects with 400 for a wrong code, an
 * account without a number, and a number that another account has verified.
 */
export const verifyOwnPhone = async (
  context: Context,
  caller: Caller,
  code: string | number,
  client: ClientInfo,
): Promise<Changed> => {
  const phone = phoneOf(context, caller.user)
  await consumeSmsCode(context, phone, code, client)
  if (caller.user.phoneVerified) return { account: caller, sessionToken: null }
  return verifyPhone(context, caller, phone, client)
}

/** Sends a code to the caller's verified number, for a re-authentication. Rejects with 400 when there is none. */
export const sendOwnSmsCode = async (
  context: Context,
  { user }: Caller,
  client: ClientInfo,
): Promise<void> => {
  if (!user.phoneVerified)
    throw new ApiError('phone_not_verified', 'This account has no verified phone number.')
  await sendSmsCode(context, phoneOf(context, user), null, client)
}

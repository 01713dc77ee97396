import type { Context } from '../context'
import { ApiError } from '../errors'
import { openPhone } from '../security/phone'
import type { Caller } from '../sessions/authenticate'
import type { Origin } from '../sessions/session'
import type { User } from './account'
import { verifyPhone, type Changed } from './change-phone'
import { sendSmsCode, spendSmsCode } from './sms-code'

const phoneOf = ({ vault }: Context, { phoneSealed }: Pick<User, 'phoneSealed'>): string => {
  if (phoneSealed === null)
    throw new ApiError(400, 'This account has no phone number: set one first.')
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
  origin: Origin,
): Promise<Changed> => {
  const phone = phoneOf(context, caller.user)
  await spendSmsCode(context, phone, code, origin)
  if (caller.user.phoneVerified) return { account: caller, grant: null }
  return verifyPhone(context, caller, phone, origin)
}

/** Sends a code to the caller's verified number, for a re-authentication. Rejects with 400 when there is none. */
export const sendOwnSmsCode = async (
  context: Context,
  { user }: Caller,
  origin: Origin,
): Promise<void> => {
  if (!user.phoneVerified) throw new ApiError(400, 'This account has no verified phone number.')
  await sendSmsCode(context, phoneOf(context, user), null, origin)
}

import type { Context } from '../../context'
import { ApiError } from '../../errors'
import { openPhone } from '../../security/phone'
import type { Caller } from '../../sessions/authenticate'
import type { ClientInfo } from '../../sessions/session'
import { sendSmsCode } from './sms-code'

/**
 * Sends the caller a code for a re-authentication, to a verified number only. Rejects with 400 when there is none,
 * otherwise as `sendSmsCode`.
 */
export const requestReauthenticationSms = async (
  context: Context,
  { user: { phoneVerified, phoneSealed } }: Caller,
  client: ClientInfo,
): Promise<void> => {
  if (!phoneVerified || phoneSealed === null) {
    throw new ApiError('phone_not_verified', 'This account has no verified phone number.')
  }
  await sendSmsCode(context, openPhone(context.vault, phoneSealed), null, client)
}

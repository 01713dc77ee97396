import type { Context } from '../../context'
import { ApiError } from '../../errors'
import type { Caller } from '../../sessions/authenticate'
import type { Changed } from '../../sessions/rotate'
import type { ClientInfo } from '../../sessions/session'
import { verifyEmail } from '../email/email-verification'
import { verifyPhoneByCode, type PhoneVerification } from '../phone/verify-phone'
import { requireReauthentication, type Presented } from './reauthentication'

/**
 * Verifies the caller's address by the code mailed to it. From then on the address opens the account, so that a session
 * token and a mailbox are not enough (docs/decisions/0011, O4). Rejects with 403 without a re-authentication, otherwise
 * as `verifyEmail`.
 */
export const verifyEmailAfterReauthentication = async (
  context: Context,
  caller: Caller,
  code: string,
  presented: Presented,
  client: ClientInfo,
): Promise<Changed> => {
  const { emailVerified, nextEmail } = caller.user
  if (!emailVerified || nextEmail !== null) {
    await requireReauthentication(context, caller, presented, client)
  }
  return verifyEmail(context, caller, code, client)
}

/**
 * Verifies a number by the code texted to it, for an account that is not anonymous: 403. As
 * `verifyEmailAfterReauthentication`, otherwise as `verifyPhoneByCode`.
 */
export const verifyPhoneAfterReauthentication = async (
  context: Context,
  caller: Caller,
  verification: PhoneVerification,
  presented: Presented,
  client: ClientInfo,
): Promise<Changed> => {
  if (caller.user.isAnonymous) {
    throw new ApiError('anonymous_not_allowed', 'An anonymous user has no account: register first.')
  }
  const { phoneVerified, nextPhoneIndex } = caller.user
  const isNew = verification.phone !== null || !phoneVerified || nextPhoneIndex !== null
  if (isNew) await requireReauthentication(context, caller, presented, client)
  return verifyPhoneByCode(context, caller, verification, client)
}

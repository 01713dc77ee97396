import type { Context } from '../../context'
import type { Caller } from '../../sessions/authenticate'
import type { Changed } from '../../sessions/rotate'
import type { ClientInfo } from '../../sessions/session'
import { verifyEmail } from '../email/email-verification'
import { verifyOwnPhone } from '../phone/verify-phone'
import { requireReauthentication, type Presented } from './reauthentication'

/**
 * Verifies the caller's address by the code mailed to it. From then on the address opens the account, so that a session
 * token and a mailbox are not enough (docs/decisions/0011, O4). Rejects with 403 without a re-authentication, otherwise
 * as `verifyEmail`.
 */
export const verifyClaimedEmail = async (
  context: Context,
  caller: Caller,
  code: string,
  presented: Presented,
  client: ClientInfo,
): Promise<Changed> => {
  if (!caller.user.emailVerified) await requireReauthentication(context, caller, presented, client)
  return verifyEmail(context, caller, code, client)
}

/** Verifies the caller's number by the code texted to it; as `verifyClaimedEmail`, otherwise as `verifyOwnPhone`. */
export const verifyClaimedPhone = async (
  context: Context,
  caller: Caller,
  code: string | number,
  presented: Presented,
  client: ClientInfo,
): Promise<Changed> => {
  if (!caller.user.phoneVerified) await requireReauthentication(context, caller, presented, client)
  return verifyOwnPhone(context, caller, code, client)
}

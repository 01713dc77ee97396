import type { Context } from '../../context'
import type { ClientInfo } from '../../sessions/session'
import type { SignedIn } from '../sign-in/sign-in-account'
import { silentLogin } from './silent-login'
import { updateWechatProfile } from './update-wechat-profile'
import { verifiedProfile, type SealedProfile } from './verify-wechat-profile'
import type { Sync } from './wechat-profile'

/** What the login of a getUserInfo button sends: a code, and the profile that WeChat sealed. */
interface ProfileLogin {
  readonly code: string
  readonly createUser: boolean
  readonly sealed: Omit<SealedProfile, 'code'>
  readonly sync: Sync
}

/**
 * Signs in by a wx.login code and takes the profile over that came along. The sign-in has stored the session_key that
 * the profile was sealed with. Without a profile it is a silent login. Rejects as `silentLogin` and `verifiedProfile`.
 */
export const authenticateWithProfile = async (
  context: Context,
  { code, createUser, sealed, sync }: ProfileLogin,
  client: ClientInfo,
): Promise<SignedIn> => {
  const signedIn = await silentLogin(context, { code, createUser, byUnionid: false }, client)
  if (sealed.rawData === '' && sealed.encryptedData === '') return signedIn
  const { account, sessionToken } = signedIn
  const profile = await verifiedProfile(context, account, { ...sealed, code: '' }, client)
  return { account: await updateWechatProfile(context, account, profile, sync), sessionToken }
}

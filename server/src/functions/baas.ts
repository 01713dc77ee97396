import { Type, type Static } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { updateWechatProfile } from '../accounts/wechat/update-wechat-profile'
import { ownUserObject } from '../accounts/users/user-object'
import { verifiedProfile } from '../accounts/wechat/verify-wechat-profile'
import {
  profileFields,
  syncOf,
  UserInfo,
  type ProfileFields,
} from '../accounts/wechat/wechat-profile'
import type { Context } from '../context'
import { ApiError } from '../errors'
import type { Caller } from '../sessions/authenticate'
import type { AnswerCall } from './calls'

const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }))

/** What wx.getUserProfile returns (docs/protocol.md 1.4); base libraries below 2.16.0 return the user info alone. */
const GivenProfile = Type.Object({
  userInfo: Type.Optional(UserInfo),
  rawData: text(8192),
  signature: text(200),
  encryptedData: text(8192),
  iv: text(200),
})

const Options = Type.Object({
  // The documents write the words, and Boolean as their type (docs/protocol.md 5.7, 9.35).
  syncUserProfile: Type.Optional(Type.Unknown()),
  code: text(512),
})

const profileIn = async (
  context: Context,
  caller: Caller,
  { userInfo, ...sealed }: Static<typeof GivenProfile>,
  code: string,
  ipAddress: string,
): Promise<ProfileFields> => {
  if (Object.values(sealed).some((each) => each !== undefined)) {
    const missing = { rawData: '', signature: '', encryptedData: '', iv: '' }
    return verifiedProfile(
      context,
      caller,
      { ...missing, ...sealed, code },
      {
        ipAddress,
        presentedTokenHash: null,
      },
    )
  }
  if (userInfo === undefined) {
    throw new ApiError('request_malformed', 'data is not what getUserProfile returns.')
  }
  return profileFields(userInfo)
}

/**
 * What `BaaS` does in a cloud function: `wechat.updateUserInfo(userID, data, {syncUserProfile})` (docs/protocol.md
 * 5.7), for the caller and no one else, whatever the function passes on. What WeChat sealed in `data` has to hold,
 * with the session_key of the option `code` (a wx.login code) if there is one, else with the one we keep.
 */
export const baasFor =
  (context: Context, caller: Caller, ipAddress: string): AnswerCall =>
  async (method, [userId, data, options = {}]) => {
    if (method !== 'wechat.updateUserInfo') {
      throw new ApiError('function_call_refused', 'The server offers no such call.')
    }
    if (userId !== caller.user.id) {
      throw new ApiError('function_call_refused', 'A function acts on its caller alone.')
    }
    if (!Value.Check(GivenProfile, data)) {
      throw new ApiError('request_malformed', 'data is not what getUserProfile returns.')
    }
    if (!Value.Check(Options, options)) {
      throw new ApiError('request_malformed', 'The options are {syncUserProfile, code}.')
    }
    const { code = '' } = options
    const profile = await profileIn(context, caller, data, code, ipAddress)
    const account = await updateWechatProfile(
      context,
      caller,
      profile,
      syncOf(options.syncUserProfile),
    )
    return ownUserObject(context.vault, account)
  }

import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { updateWechatProfile } from '../accounts/update-wechat-profile'
import { ownUserObject } from '../accounts/user-object'
import { profileFields, UserInfo, type Sync } from '../accounts/wechat-profile'
import type { Context } from '../context'
import { ApiError } from '../errors'
import type { Caller } from '../sessions/authenticate'
import type { AnswerCall } from './run-function'

const Profile = Type.Object({ userInfo: UserInfo })
const SYNCS: readonly Sync[] = ['overwrite', 'setnx', 'false']

/**
 * What `BaaS` does in a cloud function: `wechat.updateUserInfo(userID, data, {syncUserProfile})` (wire contract 1.5),
 * for the caller and nobody else, whatever the function passes on.
 */
export const baasFor =
  (context: Context, caller: Caller): AnswerCall =>
  async (method, [userId, data, options]) => {
    if (method !== 'wechat.updateUserInfo')
      throw new ApiError(400, 'The server offers no such call.')
    if (userId !== caller.user.id) throw new ApiError(403, 'A function acts on its caller alone.')
    if (!Value.Check(Profile, data))
      throw new ApiError(400, 'data is not what getUserProfile gives.')
    const wanted = Value.Check(Type.Object({ syncUserProfile: Type.String() }), options)
      ? options.syncUserProfile
      : 'setnx'
    const sync = SYNCS.find((each) => each === wanted) ?? 'setnx'
    const profile = profileFields(data.userInfo)
    return ownUserObject(context.vault, await updateWechatProfile(context, caller, profile, sync))
  }

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { updateWechatProfile } from '../accounts/wechat/update-wechat-profile'
import { ownUserObject } from '../accounts/users/user-object'
import { verifiedProfile } from '../accounts/wechat/verify-wechat-profile'
import { profileFields, syncOf, UserInfo } from '../accounts/wechat/wechat-profile'
import type { Context } from '../context'
import { ApiError } from '../errors'
import { clientInfoOf } from './client-info'
import { callerOf } from './members'
import { Encrypted, OptionalCode, ProfileSync, UserObject } from './schemas'

const refuseUnlessAllowed = ({ settings }: Context): void => {
  if (settings.sdkUserInfoUpdate === 'off') {
    throw new ApiError(
      'profile_update_disabled',
      'This server takes no WeChat profile from a client: use the cloud function, or set SDK_USER_INFO_UPDATE=on.',
    )
  }
}

/** Takes over what getUserProfile returned, sealed or not (docs/protocol.md 3.3). */
export const wechatProfileRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { vault } = context

    app.put(
      '/hserve/v2.6/idp/wechat/user/info/',
      {
        schema: {
          body: Type.Object({
            rawData: Encrypted,
            signature: Type.String({ maxLength: 200, default: '' }),
            encryptedData: Encrypted,
            iv: Encrypted,
            code: OptionalCode,
            update_userprofile: ProfileSync,
          }),
          response: { 200: UserObject },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        refuseUnlessAllowed(context)
        const { update_userprofile, ...sealed } = request.body
        const profile = await verifiedProfile(context, caller, sealed, clientInfoOf(request))
        return ownUserObject(
          vault,
          await updateWechatProfile(context, caller, profile, syncOf(update_userprofile)),
        )
      },
    )

    app.put(
      '/hserve/v2.5/idp/wechat/user/info/',
      {
        schema: {
          body: Type.Intersect([UserInfo, Type.Object({ update_userprofile: ProfileSync })]),
          response: { 200: UserObject },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        refuseUnlessAllowed(context)
        const { update_userprofile, ...info } = request.body
        const profile = profileFields(info)
        return ownUserObject(
          vault,
          await updateWechatProfile(context, caller, profile, syncOf(update_userprofile)),
        )
      },
    )
  }

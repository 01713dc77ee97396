import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { changePhoneByWechat } from '../accounts/phone/change-phone'
import { ownUserObject } from '../accounts/users/user-object'
import type { Context } from '../context'
import { clientInfoOf } from './client-info'
import { callerOf } from './members'
import { Encrypted, OptionalCode, UserObject } from './schemas'

const PhoneBinding = Type.Object({
  phone_code: OptionalCode,
  encryptedData: Encrypted,
  iv: Encrypted,
  overwrite: Type.Boolean({ default: true }),
})

/** Binds the number of the phone button (docs/protocol.md 3.4). */
export const wechatPhoneRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    for (const version of ['v2.7', 'v2.5']) {
      app.put(
        `/hserve/${version}/idp/wechat/phone-verification/`,
        { schema: { body: PhoneBinding, response: { 200: UserObject } } },
        async (request) => {
          const caller = callerOf(request)
          const { phone_code: phoneCode, ...data } = request.body
          const { account, sessionToken } = await changePhoneByWechat(
            context,
            caller,
            { phoneCode, ...data },
            clientInfoOf(request),
          )
          return { ...ownUserObject(context.vault, account), ...sessionToken }
        },
      )
    }
  }

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import type { Context } from '../context'
import { countVisit, readLogins } from '../accounts/wechat/logins'
import { clientAddress } from '../security/client-address'
import { callerOf } from './members'

const Logins = Type.Object({
  login_times: Type.Integer({ description: 'sign-ins with WeChat, and reported visits' }),
  last_login_time: Type.Integer({ description: 'Unix seconds, 0 for never' }),
  is_new: Type.Boolean({ description: 'the last sign-in was the one that made the account' }),
  login_province: Type.String({ description: 'by IP address, empty when not known' }),
  login_city: Type.String(),
  login_district: Type.String(),
})

/** What wx.tmSDK returns of sign-ins and the protocol does not (docs/protocol.md 1.3). */
export const loginRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/ext/v1/account/logins/',
      { schema: { response: { 200: Logins } } },
      async (request) => {
        const caller = callerOf(request)
        return readLogins(context, caller, clientAddress(request))
      },
    )

    app.post(
      '/ext/v1/account/logins/',
      { schema: { response: { 200: Logins } } },
      async (request) => {
        const caller = callerOf(request)
        await countVisit(context, caller)
        return readLogins(context, caller, clientAddress(request))
      },
    )
  }

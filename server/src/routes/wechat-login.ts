import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { silentLogin } from '../accounts/silent-login'
import { ownUserObject } from '../accounts/user-object'
import type { Context } from '../context'
import { originOf } from './origin'
import { LoginCode, WechatGrant } from './schemas'

/** Sign-in with what WeChat knows of the person (wire contract 1.1 #1). */
export const wechatLoginRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/hserve/v2.5/idp/wechat/silent-login/',
      {
        schema: {
          body: Type.Object({
            code: LoginCode,
            create_user: Type.Boolean({ default: true }),
            login_with_unionid: Type.Boolean({ default: false }),
          }),
          response: { 201: WechatGrant },
        },
      },
      async (request, reply) => {
        const { code, create_user: createUser, login_with_unionid: byUnionid } = request.body
        const { account, grant } = await silentLogin(
          context,
          { code, createUser, byUnionid },
          originOf(request),
        )
        return reply.status(201).send({ ...grant, user_info: ownUserObject(account) })
      },
    )
  }

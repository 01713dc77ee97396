import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { phoneLogin } from '../accounts/phone/phone-login'
import type { SignedIn } from '../accounts/sign-in/sign-in-account'
import { silentLogin } from '../accounts/wechat/silent-login'
import { ownUserObject } from '../accounts/users/user-object'
import type { Context } from '../context'
import { clientInfoOf } from './client-info'
import { Encrypted, LoginCode, nativeJson, OptionalCode, WechatSignIn } from './schemas'

const SilentLogin = Type.Object({
  code: LoginCode,
  create_user: Type.Boolean({ default: true }),
  login_with_unionid: Type.Boolean({ default: false }),
})

const PhoneLogin = Type.Object({
  code: LoginCode,
  create_user: Type.Boolean({ default: true }),
  phone_code: OptionalCode,
  encryptedData: Encrypted,
  iv: Encrypted,
})

/** Sign-in with what WeChat knows of the person (docs/protocol.md 3.1, 3.2). */
export const wechatLoginRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const signInAnswer = ({ account, sessionToken }: SignedIn) => ({
      ...sessionToken,
      user_info: ownUserObject(context.vault, account),
    })

    app.post(
      '/hserve/v2.5/idp/wechat/silent-login/',
      {
        config: { access: 'app' },
        schema: { body: SilentLogin, response: { 201: WechatSignIn } },
        serializerCompiler: nativeJson,
      },
      async (request, reply) => {
        const { code, create_user: createUser, login_with_unionid: byUnionid } = request.body
        const login = { code, createUser, byUnionid }
        return reply
          .status(201)
          .send(signInAnswer(await silentLogin(context, login, clientInfoOf(request))))
      },
    )

    for (const version of ['v2.7', 'v2.5']) {
      app.post(
        `/hserve/${version}/idp/wechat/phone-login/`,
        {
          config: { access: 'app' },
          schema: { body: PhoneLogin, response: { 201: WechatSignIn } },
        },
        async (request, reply) => {
          const { code, create_user: createUser, phone_code: phoneCode, ...data } = request.body
          const login = { code, createUser, phoneCode, ...data }
          return reply
            .status(201)
            .send(signInAnswer(await phoneLogin(context, login, clientInfoOf(request))))
        },
      )
    }
  }

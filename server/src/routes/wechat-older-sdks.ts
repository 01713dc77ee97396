import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { authenticateWithProfile } from '../accounts/wechat/authenticate-with-profile'
import { silentLogin } from '../accounts/wechat/silent-login'
import type { SignedIn } from '../accounts/sign-in/sign-in-account'
import type { Account } from '../accounts/users/account'
import { ownUserObject } from '../accounts/users/user-object'
import { verifiedProfile } from '../accounts/wechat/verify-wechat-profile'
import { syncOf } from '../accounts/wechat/wechat-profile'
import { updateWechatProfile } from '../accounts/wechat/update-wechat-profile'
import type { Context } from '../context'
import { authenticate } from '../sessions/authenticate'
import { clientInfoOf, presentedTokenHash } from './client-info'
import { Encrypted, LoginCode, ProfileSync, UserObject } from './schemas'

const SilentLogin = Type.Object({
  code: LoginCode,
  create_user: Type.Boolean({ default: true }),
})

const ProfileLogin = Type.Object({
  code: Type.Optional(LoginCode),
  create_user: Type.Boolean({ default: true }),
  rawData: Encrypted,
  signature: Type.String({ maxLength: 200, default: '' }),
  encryptedData: Encrypted,
  iv: Encrypted,
  update_userprofile: ProfileSync,
})

const Flat = Type.Object({
  user_id: Type.Integer(),
  openid: Type.String(),
  unionid: Type.String(),
  token: Type.Optional(Type.String()),
  expires_in: Type.Optional(Type.Integer({ description: 'seconds' })),
  user_info: UserObject,
})

/**
 * Sign-in of apps that were built with minapp-sdk 2.0 to 3.21, for which the SDK of today has other endpoints: the
 * silent login with a flat answer, and the login of the getUserInfo button, which brings the profile along.
 */
export const olderSdkRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const flat = (account: Account) => ({
      user_id: account.user.id,
      openid: account.wechat?.openid ?? '',
      unionid: account.wechat?.unionid ?? '',
      user_info: ownUserObject(context.vault, account),
    })
    const signedInFlat = ({ account, sessionToken }: SignedIn) => ({
      ...flat(account),
      ...sessionToken,
    })

    for (const version of ['v2.0', 'v2.1']) {
      app.post(
        `/hserve/${version}/idp/wechat/silent-login/`,
        { config: { access: 'app' }, schema: { body: SilentLogin, response: { 201: Flat } } },
        async (request, reply) => {
          const { code, create_user: createUser } = request.body
          const login = { code, createUser, byUnionid: false }
          const signedIn = await silentLogin(context, login, clientInfoOf(request))
          return reply.status(201).send(signedInFlat(signedIn))
        },
      )
    }

    for (const version of ['v2.0', 'v2.1', 'v2.5']) {
      app.post(
        `/hserve/${version}/idp/wechat/authenticate/`,
        { config: { access: 'app' }, schema: { body: ProfileLogin, response: { 201: Flat } } },
        async (request, reply) => {
          const { code, create_user: createUser, update_userprofile, ...sealed } = request.body
          const sync = syncOf(update_userprofile)
          const client = clientInfoOf(request)
          // The first versions sign in silently before, and send the profile without a code.
          if (code === undefined) {
            const caller = await authenticate(context, presentedTokenHash(request))
            const profile = await verifiedProfile(context, caller, { ...sealed, code: '' }, client)
            const account = await updateWechatProfile(context, caller, profile, sync)
            return reply.status(201).send(flat(account))
          }
          const login = { code, createUser, sealed, sync }
          return reply
            .status(201)
            .send(signedInFlat(await authenticateWithProfile(context, login, client)))
        },
      )
    }
  }

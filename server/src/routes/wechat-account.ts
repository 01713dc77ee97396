import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { changePhoneByWechat } from '../accounts/change-phone'
import { decryptForCaller } from '../accounts/decrypt'
import { linkWechat, type LinkProof } from '../accounts/link-wechat'
import { updateWechatProfile, verifiedProfile } from '../accounts/update-wechat-profile'
import { ownUserObject } from '../accounts/user-object'
import { profileFields, UserInfo } from '../accounts/wechat-profile'
import type { Context } from '../context'
import { ApiError } from '../errors'
import { authenticate } from '../sessions/authenticate'
import { originOf, presentedTokenHash } from './origin'
import { Encrypted, LoginCode, OptionalCode, UserObject } from './schemas'

const Sync = Type.Unsafe<'overwrite' | 'setnx' | 'false'>(
  Type.String({ enum: ['overwrite', 'setnx', 'false'], default: 'setnx' }),
)

const linkProof = (body: { code?: string; link_ticket?: string }): LinkProof => {
  if (body.link_ticket !== undefined) return { kind: 'ticket', ticket: body.link_ticket }
  if (body.code !== undefined) return { kind: 'code', code: body.code }
  throw new ApiError(400, 'code is missing: send a wx.login code or a link_ticket.')
}

/** What an account does with its WeChat user (wire contract 1.1 #3, 3o, #4, 4o, #5, #7). */
export const wechatAccountRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const { vault } = context

    app.put(
      '/hserve/v2.6/idp/wechat/user/info/',
      {
        schema: {
          body: Type.Object({
            rawData: Type.String({ maxLength: 8192 }),
            signature: Type.String({ maxLength: 200 }),
            encryptedData: Encrypted,
            iv: Encrypted,
            code: OptionalCode,
            update_userprofile: Sync,
          }),
          response: { 200: UserObject },
        },
      },
      async (request) => {
        const caller = await authenticate(context, presentedTokenHash(request))
        const { update_userprofile: sync, ...signed } = request.body
        const profile = await verifiedProfile(context, caller, signed, request.ip)
        return ownUserObject(vault, await updateWechatProfile(context, caller, profile, sync))
      },
    )

    app.put(
      '/hserve/v2.5/idp/wechat/user/info/',
      {
        schema: {
          body: Type.Intersect([UserInfo, Type.Object({ update_userprofile: Sync })]),
          response: { 200: UserObject },
        },
      },
      async (request) => {
        const caller = await authenticate(context, presentedTokenHash(request))
        const { update_userprofile: sync, ...info } = request.body
        const profile = profileFields(info)
        return ownUserObject(vault, await updateWechatProfile(context, caller, profile, sync))
      },
    )

    for (const version of ['v2.7', 'v2.5'])
      app.put(
        `/hserve/${version}/idp/wechat/phone-verification/`,
        {
          schema: {
            body: Type.Object({
              phone_code: OptionalCode,
              encryptedData: Encrypted,
              iv: Encrypted,
              overwrite: Type.Boolean({ default: true }),
            }),
            response: { 200: UserObject },
          },
        },
        async (request) => {
          const caller = await authenticate(context, presentedTokenHash(request))
          const { phone_code: phoneCode, ...data } = request.body
          const { account, grant } = await changePhoneByWechat(
            context,
            caller,
            { phoneCode, ...data },
            originOf(request),
          )
          return { ...ownUserObject(vault, account), ...grant }
        },
      )

    app.post(
      '/hserve/v2.4/idp/wechat/user-associate/',
      {
        schema: {
          body: Type.Object({
            code: Type.Optional(LoginCode),
            link_ticket: Type.Optional(Type.String({ maxLength: 2048 })),
            associate_with_unionid: Type.Boolean({ default: false }),
          }),
          response: {
            200: Type.Object({
              status: Type.Literal('ok'),
              message: Type.String(),
              openid: Type.String(),
              unionid: Type.String({ description: 'empty when WeChat gives none' }),
              user_id: Type.Integer(),
              token: Type.Optional(Type.String()),
              expires_in: Type.Optional(Type.Integer()),
            }),
          },
        },
      },
      async (request) => {
        const caller = await authenticate(context, presentedTokenHash(request))
        const { person, grant } = await linkWechat(
          context,
          caller,
          linkProof(request.body),
          request.body.associate_with_unionid,
          originOf(request),
        )
        return {
          status: 'ok' as const,
          message: 'User associated.',
          openid: person.openid,
          unionid: person.unionid ?? '',
          user_id: caller.user.id,
          ...grant,
        }
      },
    )

    for (const version of ['v2.7', 'v1'])
      app.post(
        `/hserve/${version}/wechat/decrypt/:type/`,
        {
          schema: {
            params: Type.Object({
              type: Type.Unsafe<'we-run-data' | 'open-gid' | 'phone-number'>(
                Type.String({ enum: ['we-run-data', 'open-gid', 'phone-number'] }),
              ),
            }),
            body: Type.Object({
              phone_code: OptionalCode,
              encryptedData: Encrypted,
              iv: Encrypted,
            }),
          },
        },
        async (request) => {
          const caller = await authenticate(context, presentedTokenHash(request))
          const { phone_code: phoneCode, ...data } = request.body
          return decryptForCaller(
            context,
            caller,
            request.params.type,
            { phoneCode, ...data },
            request.ip,
          )
        },
      )
  }

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { linkWechat, type LinkCredentials } from '../accounts/changes/link-wechat'
import type { Context } from '../context'
import { ApiError } from '../errors'
import { clientInfoOf, presentedReauthentication } from './client-info'
import { callerOf } from './members'
import { LoginCode } from './schemas'

const linkCredentials = (body: { code?: string; link_ticket?: string }): LinkCredentials => {
  if (body.link_ticket !== undefined) return { kind: 'ticket', ticket: body.link_ticket }
  if (body.code !== undefined) return { kind: 'code', code: body.code }
  throw new ApiError('request_malformed', 'code is missing: send a wx.login code or a link_ticket.')
}

/** Links a WeChat user to the account, by a code or by the ticket of a 404 (docs/protocol.md 3.5). */
export const wechatLinkRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
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
              unionid: Type.String({ description: 'empty when WeChat returns none' }),
              user_id: Type.Integer(),
              token: Type.Optional(Type.String()),
              expires_in: Type.Optional(Type.Integer()),
            }),
          },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const { person, sessionToken } = await linkWechat(
          context,
          caller,
          linkCredentials(request.body),
          request.body.associate_with_unionid,
          presentedReauthentication(request),
          clientInfoOf(request),
        )
        return {
          status: 'ok' as const,
          message: 'User associated.',
          openid: person.openid,
          unionid: person.unionid ?? '',
          user_id: caller.user.id,
          ...sessionToken,
        }
      },
    )
  }

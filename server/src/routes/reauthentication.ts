import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { requestReauthenticationMail } from '../accounts/email/email-verification'
import { reauthenticate } from '../accounts/changes/reauthentication'
import { requestReauthenticationSms } from '../accounts/phone/reauthentication-sms'
import type { Context } from '../context'
import { ApiError } from '../errors'
import { CredentialsBody, credentialsIn } from './credentials'
import { clientInfoOf } from './client-info'
import { callerOf } from './members'
import { Done } from './schemas'

/** Re-authentication: credentials asked again before a dangerous act; the token goes into `X-Reauthentication`. */
export const reauthenticationRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/ext/v1/account/reauthenticate/',
      {
        schema: {
          body: CredentialsBody,
          response: {
            200: Type.Object({
              reauthentication: Type.String(),
              expires_in: Type.Integer({ description: 'seconds' }),
            }),
          },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const credentials = credentialsIn(request.body)
        if (credentials === null) {
          throw new ApiError(
            'request_malformed',
            'Send password, code (wx.login), sms_code or email_code.',
          )
        }
        return reauthenticate(context, caller, credentials, clientInfoOf(request))
      },
    )

    app.post(
      '/ext/v1/account/reauthenticate/send/',
      {
        schema: {
          body: Type.Object({
            to: Type.Unsafe<'phone' | 'email'>(Type.String({ enum: ['phone', 'email'] })),
          }),
          response: { 200: Done },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        if (request.body.to === 'email') await requestReauthenticationMail(context, caller)
        else await requestReauthenticationSms(context, caller, clientInfoOf(request))
        return { status: 'ok' as const }
      },
    )
  }

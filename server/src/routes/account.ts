import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { changeAccount } from '../accounts/changes/change-account'
import {
  verifyEmailAfterReauthentication,
  verifyPhoneAfterReauthentication,
} from '../accounts/changes/verify-identifier'
import { requestEmailVerification } from '../accounts/email/email-verification'
import { requestPasswordReset } from '../accounts/email/password-reset'
import { sendSmsCode, consumeSmsCode } from '../accounts/phone/sms-code'
import { ownUserObject } from '../accounts/users/user-object'
import type { Context } from '../context'
import { clientAddress } from '../security/client-address'
import { clientInfoOf, presentedReauthentication } from './client-info'
import { callerOf } from './members'
import { Done, DoneWithToken, Password, Phone, SmsCode, UserObject } from './schemas'

// One list of types and no union: Ajv tries a union's parts in turn, and takes false, 0 and '' for null.
const NullableText = Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 256 })
const NullablePhone = Type.Unsafe<string | number | null>({
  type: ['string', 'integer', 'null'],
  maxLength: 32,
})

// What a captcha makes on the device, see docs/deploy.md. The vendor's SDK cannot add to the body, but to the headers.
const HumanToken = Type.String({ minLength: 1, maxLength: 4096 })

/** Changing an account and verifying its e-mail and phone (docs/protocol.md 4.6, 4.10, 4.11, 4.12, 4.13, 4.14). */
export const accountRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.put(
      '/hserve/v2.2/user/account/',
      {
        schema: {
          body: Type.Object({
            username: Type.Optional(NullableText),
            email: Type.Optional(NullableText),
            phone: Type.Optional(NullablePhone),
            new_password: Type.Optional(Password),
            password: Type.Optional(Password),
          }),
          response: { 200: UserObject },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const client = clientInfoOf(request)
        const presented = presentedReauthentication(request)
        const { account, sessionToken } = await changeAccount(
          context,
          caller,
          request.body,
          presented,
          client,
        )
        const user = ownUserObject(context.vault, account)
        // The vendor's SDK replaces its whole user with this answer, and its documents name the plain keys.
        return {
          ...user,
          username: user._username,
          email: user._email,
          email_verified: user._email_verified,
          phone: user._phone,
          phone_verified: user._phone_verified,
          ...sessionToken,
        }
      },
    )

    app.post(
      '/hserve/v2.0/user/email-verify/',
      { schema: { response: { 201: Done } } },
      async (request, reply) => {
        const caller = callerOf(request)
        await requestEmailVerification(context, caller)
        return reply.status(201).send({ status: 'ok' })
      },
    )

    app.post(
      '/ext/v1/account/email/verify/',
      {
        schema: {
          body: Type.Object({ code: Type.String({ minLength: 1, maxLength: 16 }) }),
          response: { 200: UserObject },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const { code } = request.body
        const { account, sessionToken } = await verifyEmailAfterReauthentication(
          context,
          caller,
          code,
          presentedReauthentication(request),
          clientInfoOf(request),
        )
        return { ...ownUserObject(context.vault, account), ...sessionToken }
      },
    )

    app.post(
      '/hserve/v2.0/user/password/reset/',
      {
        config: { access: 'app' },
        schema: {
          body: Type.Object({ email: Type.String({ maxLength: 256 }) }),
          response: { 201: Done },
        },
      },
      async (request, reply) => {
        await requestPasswordReset(context, request.body.email, clientAddress(request))
        return reply.status(201).send({ status: 'ok' })
      },
    )

    app.post(
      '/hserve/v2.2/sms-verification-code/',
      {
        config: { access: 'app' },
        schema: {
          body: Type.Object({
            phone: Phone,
            signature_id: Type.Optional(Type.Unknown()),
            human_token: Type.Optional(HumanToken),
          }),
          headers: Type.Object({ 'x-human-token': Type.Optional(HumanToken) }),
          response: { 200: Done },
        },
      },
      async (request) => {
        const { phone, human_token: inBody } = request.body
        const humanToken = inBody ?? request.headers['x-human-token'] ?? null
        await sendSmsCode(context, phone, humanToken, clientInfoOf(request))
        return { status: 'ok' as const }
      },
    )

    app.post(
      '/hserve/v1.8/sms-verification-code/verify/',
      {
        config: { access: 'app' },
        schema: { body: Type.Object({ phone: Phone, code: SmsCode }), response: { 200: Done } },
      },
      async (request) => {
        await consumeSmsCode(context, request.body.phone, request.body.code, clientInfoOf(request))
        return { status: 'ok' as const }
      },
    )

    app.post(
      '/hserve/v2.1/sms-phone-verification/',
      {
        schema: {
          body: Type.Object({ code: SmsCode, phone: Type.Optional(Phone) }),
          response: { 200: DoneWithToken },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const { code, phone = null } = request.body
        const { sessionToken } = await verifyPhoneAfterReauthentication(
          context,
          caller,
          { phone, code },
          presentedReauthentication(request),
          clientInfoOf(request),
        )
        return { status: 'ok' as const, ...sessionToken }
      },
    )
  }

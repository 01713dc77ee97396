import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type, type Static } from '@sinclair/typebox'
import { anonymousLogin } from '../accounts/anonymous-login'
import type { Name } from '../accounts/credentials'
import { passwordLogin } from '../accounts/password-login'
import { register } from '../accounts/register'
import type { SignedIn } from '../accounts/sign-in-known'
import { smsLogin } from '../accounts/sms-login'
import { ownUserObject } from '../accounts/user-object'
import type { Context } from '../context'
import { ApiError } from '../errors'
import { originOf } from './origin'
import { AccountGrant, Password, Phone, SmsCode } from './schemas'

const Kind = Type.Unsafe<Name['kind']>(Type.String({ enum: ['username', 'email', 'phone'] }))
const Credentials = Type.Object({
  username: Type.Optional(Type.String({ maxLength: 256 })),
  email: Type.Optional(Type.String({ maxLength: 256 })),
  phone: Type.Optional(Phone),
  password: Password,
})

const nameIn = (kind: Name['kind'], credentials: Static<typeof Credentials>): Name => {
  const value = credentials[kind]
  if (value === undefined) throw new ApiError(400, `${kind} is missing.`)
  return { kind, value: String(value) }
}

/** Accounts by name and password, by text message, and by nothing at all (docs/protocol.md 4.1, 4.2, 4.3, 4.4). */
export const passwordRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const granted = ({ account, grant }: SignedIn) => ({
      ...ownUserObject(context.vault, account),
      user_id: account.user.id,
      ...grant,
    })
    const named = {
      params: Type.Object({ kind: Kind }),
      body: Credentials,
      response: { 201: AccountGrant },
    }

    app.post('/hserve/v2.1/register/:kind/', { schema: named }, async (request, reply) => {
      const name = nameIn(request.params.kind, request.body)
      const signedIn = await register(context, name, request.body.password, originOf(request))
      return reply.status(201).send(granted(signedIn))
    })

    app.post('/hserve/v2.1/login/:kind/', { schema: named }, async (request, reply) => {
      const name = nameIn(request.params.kind, request.body)
      const signedIn = await passwordLogin(context, name, request.body.password, originOf(request))
      return reply.status(201).send(granted(signedIn))
    })

    app.post(
      '/hserve/v2.1/login/sms/',
      {
        schema: {
          body: Type.Object({
            phone: Phone,
            code: SmsCode,
            create_user: Type.Boolean({ default: true }),
          }),
          response: { 201: AccountGrant },
        },
      },
      async (request, reply) => {
        const { phone, code, create_user: createUser } = request.body
        const signedIn = await smsLogin(context, { phone, code, createUser }, originOf(request))
        return reply.status(201).send(granted(signedIn))
      },
    )

    app.post(
      '/hserve/v2.0/login/anonymous/',
      { schema: { response: { 201: AccountGrant } } },
      async (request, reply) =>
        reply.status(201).send(granted(await anonymousLogin(context, originOf(request)))),
    )
  }

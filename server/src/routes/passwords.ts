import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type, type Static } from '@sinclair/typebox'
import { anonymousLogin } from '../accounts/sign-in/anonymous-login'
import type { Name } from '../accounts/identifiers/names'
import { passwordLogin } from '../accounts/sign-in/password-login'
import { register } from '../accounts/sign-in/register'
import type { SignedIn } from '../accounts/sign-in/sign-in-account'
import { smsLogin } from '../accounts/phone/sms-login'
import { ownUserObject } from '../accounts/users/user-object'
import type { Context } from '../context'
import { ApiError } from '../errors'
import { inPasswordPlace } from '../security/password-turns'
import { clientInfoOf } from './client-info'
import { AccountSignIn, Password, Phone, SmsCode } from './schemas'

const Kind = Type.Unsafe<Name['kind']>(Type.String({ enum: ['username', 'email', 'phone'] }))
const Credentials = Type.Object({
  username: Type.Optional(Type.String({ maxLength: 256 })),
  email: Type.Optional(Type.String({ maxLength: 256 })),
  phone: Type.Optional(Phone),
  password: Password,
})

const nameIn = (kind: Name['kind'], credentials: Static<typeof Credentials>): Name => {
  const value = credentials[kind]
  if (value === undefined) throw new ApiError('request_malformed', `${kind} is missing.`)
  return { kind, value: String(value) }
}

/** Accounts by name and password, by text message, and by nothing at all (docs/protocol.md 4.1, 4.2, 4.3, 4.4). */
export const passwordRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const signInAnswer = ({ account, sessionToken }: SignedIn) => ({
      ...ownUserObject(context.vault, account),
      user_id: account.user.id,
      ...sessionToken,
    })
    const named = {
      config: { access: 'app' },
      schema: {
        params: Type.Object({ kind: Kind }),
        body: Credentials,
        response: { 201: AccountSignIn },
      },
    } as const

    app.post('/hserve/v2.1/register/:kind/', named, async (request, reply) => {
      const name = nameIn(request.params.kind, request.body)
      const client = clientInfoOf(request)
      const signedIn = await inPasswordPlace(client, () =>
        register(context, name, request.body.password, client),
      )
      return reply.status(201).send(signInAnswer(signedIn))
    })

    app.post('/hserve/v2.1/login/:kind/', named, async (request, reply) => {
      const name = nameIn(request.params.kind, request.body)
      const client = clientInfoOf(request)
      const signedIn = await inPasswordPlace(client, () =>
        passwordLogin(context, name, request.body.password, client),
      )
      return reply.status(201).send(signInAnswer(signedIn))
    })

    app.post(
      '/hserve/v2.1/login/sms/',
      {
        config: { access: 'app' },
        schema: {
          body: Type.Object({
            phone: Phone,
            code: SmsCode,
            create_user: Type.Boolean({ default: true }),
          }),
          response: { 201: AccountSignIn },
        },
      },
      async (request, reply) => {
        const { phone, code, create_user: createUser } = request.body
        const signedIn = await smsLogin(context, { phone, code, createUser }, clientInfoOf(request))
        return reply.status(201).send(signInAnswer(signedIn))
      },
    )

    app.post(
      '/hserve/v2.0/login/anonymous/',
      { config: { access: 'app' }, schema: { response: { 201: AccountSignIn } } },
      async (request, reply) =>
        reply.status(201).send(signInAnswer(await anonymousLogin(context, clientInfoOf(request)))),
    )
  }

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import type { PushForm } from '../api/push-body'
import type { Pusher } from '../api/pusher'
import { pushKeyOf } from '../platform/crypto'
import type { Platform } from '../platform/platform'
import { type AuthorizationChange, authorizationEvent } from '../platform/push-events'
import { body, fields, oneOf, Refusal } from './fields'

const target = body({
  url: Type.String({ pattern: '^https?://', maxLength: 2048 }),
  token: Type.String({ pattern: '^[A-Za-z0-9]{3,32}$' }),
  format: Type.Optional(oneOf(['json', 'xml'])),
  mode: Type.Optional(oneOf(['plain', 'compatible', 'safe'])),
  encodingAESKey: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9]{43}$' })),
})

const revocation = body({
  person: fields.person,
  appid: Type.Optional(fields.appid),
  event: Type.Optional(
    oneOf(['user_authorization_revoke', 'user_info_modified', 'user_authorization_cancellation']),
  ),
  revokeInfo: Type.Optional(Type.String({ pattern: '^\\d{1,3}$' })),
})

const secrecyOf = ({
  mode = 'plain',
  encodingAESKey,
}: typeof target.static): PushForm['secrecy'] => {
  if (mode === 'plain') return { mode }
  if (encodingAESKey === undefined) {
    throw new Refusal(`"encodingAESKey" is missing: mode ${mode} encrypts with it.`)
  }
  return { mode, aesKey: pushKeyOf(encodingAESKey) }
}

const changeOf = ({ event, revokeInfo }: typeof revocation.static): AuthorizationChange => {
  if (event !== undefined && event !== 'user_authorization_revoke') return { Event: event }
  return { Event: 'user_authorization_revoke', RevokeInfo: revokeInfo ?? '8' }
}

/**
 * `POST push/target {url, token, format?, mode?, encodingAESKey?}` → `{}`: where events go, and whether encrypted;
 * the server there is asked to echo, as the console does. `POST push/revoke {person, appid?, event?, revokeInfo?}`
 * → `{event, attempts, outcome}`: a change of authorisation, by default the withdrawal of the phone number (8).
 */
export const pushCalls =
  (platform: Platform, pusher: Pusher): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post('/push/target', { schema: { body: target } }, async (request) => {
      const { url, token, format = 'json' } = request.body
      if (!URL.canParse(url)) {
        throw new Refusal('"url" is not an address: it has to be a whole http URL.')
      }
      const secrecy = secrecyOf(request.body)
      const outcome = await pusher.aim({ url, token, format, secrecy })
      if (outcome === 'accepted') return {}
      throw new Refusal(
        outcome === 'unreachable'
          ? 'Nothing answered at "url": start the server before you set the push target.'
          : 'The server at "url" did not echo "echostr": check its token and its push endpoint.',
      )
    })

    app.post('/push/revoke', { schema: { body: revocation } }, async ({ body: asked }) => {
      const appid = asked.appid ?? platform.latestAppOf(asked.person)
      const event = authorizationEvent(platform, asked.person, appid, changeOf(asked))
      const delivery = await pusher.push(event)
      if (delivery === undefined) {
        throw new Refusal('There is no push target: set one with POST push/target first.')
      }
      return delivery
    })
  }

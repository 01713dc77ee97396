import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import { requireReauthentication } from '../accounts/changes/reauthentication'
import { notifyOwner } from '../accounts/email/notify-owner'
import type { Context } from '../context'
import { eraseAccount } from '../accounts/personal-data/delete-account'
import { exportAccount } from '../accounts/personal-data/export'
import { endSessions, listSessions } from '../sessions/list'
import { UUID_FORM } from '../ids'
import { LIMITS, consume } from '../security/limits'
import { clientAddress } from '../security/client-address'
import { authenticate } from '../sessions/authenticate'
import { CredentialsBody, credentialsIn } from './credentials'
import { clientInfoOf, presentedReauthentication, presentedTokenHash } from './client-info'
import { ERASURE_DEADLINE_MS, FILE_DEADLINE_MS } from './deadlines'
import { callerOf } from './members'
import { Done } from './schemas'

const SessionObject = Type.Object(
  {
    id: Type.String(),
    current: Type.Boolean(),
    login_method: Type.String(),
    ip_address: Type.String(),
    user_agent: Type.String(),
    created_at: Type.Integer({ description: 'Unix seconds' }),
    expires_at: Type.Integer({ description: 'Unix seconds' }),
  },
  { title: 'Session' },
)

/** What the protocol lacks and people are owed: their sessions, their data, and an end to both. */
export const extensionRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/ext/v1/sessions/',
      { schema: { response: { 200: Type.Object({ objects: Type.Array(SessionObject) }) } } },
      async (request) => {
        const caller = callerOf(request)
        return { objects: await listSessions(context, caller) }
      },
    )

    app.delete(
      '/ext/v1/sessions/:id/',
      {
        schema: {
          params: Type.Object({
            id: Type.String({ pattern: `^${UUID_FORM}$` }),
          }),
          response: { 200: Done },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        await endSessions(context, caller, { id: request.params.id }, clientAddress(request))
        return { status: 'ok' as const }
      },
    )

    app.post(
      '/ext/v1/sessions/end-others/',
      {
        schema: {
          response: {
            200: Type.Object({ status: Type.Literal('ok'), ended: Type.Integer() }),
          },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const ended = await endSessions(context, caller, 'others', clientAddress(request))
        return { status: 'ok' as const, ended }
      },
    )

    app.get(
      '/ext/v1/account/export/',
      { config: { deadlineMs: FILE_DEADLINE_MS } },
      async (request, reply) => {
        const caller = callerOf(request)
        await consume(context, LIMITS.exportsPerUser, String(caller.user.id))
        return reply
          .header('cache-control', 'no-store')
          .type('application/json; charset=utf-8')
          .send(Readable.from(exportAccount(context, caller, clientAddress(request))))
      },
    )

    app.post(
      '/ext/v1/account/delete/',
      {
        config: { deadlineMs: ERASURE_DEADLINE_MS },
        schema: {
          body: CredentialsBody,
          response: { 200: Done },
        },
      },
      async (request) => {
        const caller = callerOf(request)
        const presented = credentialsIn(request.body) ?? presentedReauthentication(request)
        await requireReauthentication(context, caller, presented, clientInfoOf(request))
        // Again: the credentials took time, in which the session may have ended.
        await authenticate(context, presentedTokenHash(request))
        await eraseAccount(context, caller.user.id)
        notifyOwner(context, caller.user, ['deleted'])
        // An operator who restores an older backup has to know whom to erase again.
        request.log.info({ userId: caller.user.id }, 'account deleted')
        return { status: 'ok' as const, message: 'The account and everything about it is gone.' }
      },
    )
  }

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import type { Platform } from '../platform/platform'
import { body } from './fields'

const to = Type.String({ minLength: 1, maxLength: 320 })
const text = Type.String({ maxLength: 20_000 })

/**
 * Where the development ports of a server deliver what it would send. `POST outbox/mail {to, subject, text}` and
 * `POST outbox/sms {to, text}` → `{id}`; `GET outbox` → `{mails, sms}`, oldest first, the latest 200 of each.
 */
export const outboxCalls =
  (platform: Platform): FastifyPluginAsyncTypebox =>
  async (app) => {
    const mail = body({ to, subject: Type.String({ maxLength: 998 }), text })
    const sms = body({ to, text })

    app.post('/outbox/mail', { schema: { body: mail } }, async (request) => ({
      id: platform.outbox.addMail(request.body).id,
    }))

    app.post('/outbox/sms', { schema: { body: sms } }, async (request) => ({
      id: platform.outbox.addSms(request.body).id,
    }))

    app.get('/outbox', async () => ({
      mails: platform.outbox.mails(),
      sms: platform.outbox.sms(),
    }))
  }

import type { FastifyInstance } from 'fastify'
import type { Pusher } from '../api/pusher'
import type { Platform } from '../platform/platform'
import { clockCalls } from './clock-calls'
import { faultCalls } from './fault-calls'
import { loginCalls } from './login-calls'
import { answerPreflight, loopbackOnly } from './loopback'
import { outboxCalls } from './outbox-calls'
import { profileCalls } from './profile-calls'
import { pushCalls } from './push-calls'
import { answerError, schemaError } from './sentences'
import { stateCall } from './state-call'

/** Calls without fields may be sent with no body even where the client always says it sends JSON. */
const acceptEmptyBodies = (app: FastifyInstance) => {
  const parseJson = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (text === '') done(null, undefined)
    else parseJson(request, String(text), done)
  })
}

/** What a person does to the simulator from outside, for tests and the preview. Mounted at `/control`. */
export const controlApi =
  (platform: Platform, pusher: Pusher) =>
  async (app: FastifyInstance): Promise<void> => {
    app.addHook('onRequest', loopbackOnly)
    app.setErrorHandler(answerError)
    app.setSchemaErrorFormatter(schemaError)
    app.setNotFoundHandler(async (request, reply) =>
      reply.code(404).send({
        error: `There is no control call ${request.method} ${request.url}: see simulator/README.md.`,
      }),
    )
    app.options('/*', answerPreflight)
    acceptEmptyBodies(app)

    for (const calls of [loginCalls, profileCalls, clockCalls, faultCalls, outboxCalls]) {
      await app.register(calls(platform))
    }
    for (const calls of [pushCalls, stateCall]) await app.register(calls(platform, pusher))
  }

import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyInstance } from 'fastify'
import type { Context } from './context'
import { MODULES } from './modules/modules'
import { describeRoutes } from './openapi/describe'
import { requireClientId } from './plugins/client-id'
import { allowWebBuild } from './plugins/cors'
import { endInTime } from './plugins/deadline'
import { answerErrors, earlyErrors } from './plugins/errors'
import { readJsonBodies } from './plugins/json-body'
import { collectWords, loggerOptions } from './plugins/logging'
import { takeMethodFromHeader } from './plugins/method-header'
import { measureRequests } from './plugins/metrics'
import { forbidCaching, setSecurityHeaders } from './plugins/security-headers'
import { answerUnrouted } from './plugins/unrouted'
import { accountRoutes } from './routes/account'
import { emailPages } from './routes/email-pages'
import { extensionRoutes } from './routes/extensions'
import { fileRoutes, uploadRoutes } from './routes/files'
import { healthRoutes } from './routes/health'
import { imageCheckRoutes } from './routes/image-checks'
import { loginRoutes } from './routes/logins'
import { admitMembersOnly } from './routes/members'
import { operationRoutes } from './routes/operations'
import { passwordRoutes } from './routes/passwords'
import { pushRoutes } from './routes/push'
import { reauthenticationRoutes } from './routes/reauthentication'
import { sessionRoutes } from './routes/sessions'
import { userRoutes } from './routes/users'
import { utilityRoutes } from './routes/utilities'
import { wechatDecryptRoutes } from './routes/wechat-decrypt'
import { wechatLinkRoutes } from './routes/wechat-link'
import { wechatLoginRoutes } from './routes/wechat-login'
import { olderSdkRoutes } from './routes/wechat-older-sdks'
import { wechatPhoneRoutes } from './routes/wechat-phone'
import { wechatProfileRoutes } from './routes/wechat-profile'

const BODY_LIMIT_BYTES = 64 * 1024
const SECOND_MS = 1_000
// Five megabytes at the 50 KB/s of a poor connection; a slower sender holds a place for nothing.
const REQUEST_TIMEOUT_MS = 120 * SECOND_MS
const HEADERS_TIMEOUT_MS = 15 * SECOND_MS
// How often Node looks for sockets beyond the two limits above.
const CHECK_EVERY_MS = 5 * SECOND_MS
// A socket on which neither side has sent a byte: more than the longest answer, less than a phone keeps one open.
const SILENCE_TIMEOUT_MS = 30 * SECOND_MS
const KEEP_ALIVE_MS = 72 * SECOND_MS

/**
 * The HTTP application over a context, not yet listening: `app.inject` drives it in-process,
 * `startServer` puts it on a port. Closing it leaves the context's database open.
 */
export const buildApp = async (context: Context): Promise<FastifyInstance> => {
  const words = new Set<string>()
  const app = fastify({
    logger: loggerOptions(context.settings.logLevel, words),
    trustProxy: (_address, hop) => hop < context.settings.trustedProxies,
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: SILENCE_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: {
      headersTimeout: HEADERS_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_EVERY_MS,
      // `answerUnrouted` refuses such a request, with a body.
      requireHostHeader: false,
    },
    // While it stops, the server answers what arrives on open connections; the answer closes them.
    return503OnClosing: false,
    bodyLimit: BODY_LIMIT_BYTES,
    // Numbers and texts for one another, as older SDKs send them; a list of one is no text.
    ajv: { customOptions: { coerceTypes: true, allowUnionTypes: true } },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: 'idle',
    ...earlyErrors,
    ...takeMethodFromHeader,
  }).withTypeProvider<TypeBoxTypeProvider>()

  collectWords(app, words)
  endInTime(app)
  answerErrors(app)
  answerUnrouted(app)
  readJsonBodies(app)
  setSecurityHeaders(app)
  await allowWebBuild(app)
  await describeRoutes(app, MODULES, context.settings.publicUrl)
  const registry = measureRequests(app)
  await app.register(healthRoutes)
  await app.register(operationRoutes(context, registry))
  await app.register(emailPages(context))
  await app.register(pushRoutes(context))
  await app.register(fileRoutes(context))
  await app.register(async (protocol) => {
    forbidCaching(protocol)
    requireClientId(protocol, context.settings.clientId)
    admitMembersOnly(protocol, context)
    await protocol.register(wechatLoginRoutes(context))
    await protocol.register(olderSdkRoutes(context))
    await protocol.register(wechatProfileRoutes(context))
    await protocol.register(wechatPhoneRoutes(context))
    await protocol.register(wechatLinkRoutes(context))
    await protocol.register(wechatDecryptRoutes(context))
    await protocol.register(passwordRoutes(context))
    await protocol.register(accountRoutes(context))
    await protocol.register(reauthenticationRoutes(context))
    await protocol.register(userRoutes(context))
    await protocol.register(sessionRoutes(context))
    await protocol.register(extensionRoutes(context))
    await protocol.register(loginRoutes(context))
    await protocol.register(utilityRoutes(context))
    await protocol.register(uploadRoutes(context))
    await protocol.register(imageCheckRoutes(context))
    for (const { routes } of MODULES) await protocol.register(routes(context))
  })
  return app
}

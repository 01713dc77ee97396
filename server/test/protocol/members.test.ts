import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import fastify, { type FastifyInstance } from 'fastify'
import { buildApp } from '../../src/app'
import { MODULES } from '../../src/modules/modules'
import { admitMembersOnly, callerOf } from '../../src/routes/members'
import { collectRoutes } from '../fuzz/routes'
import { serverForFile } from '../kit/server-for-file'

// Every route of the core that may be called without a session. Each other one is a member's.
const WITHOUT_SESSION = [
  'GET /ext/v1/email/reset/',
  'GET /ext/v1/email/verify/',
  'GET /ext/v1/wechat/push/',
  'GET /files/:id',
  'GET /healthz',
  'GET /hserve/v1/latest-sdk-version/',
  'GET /hserve/v2.2/server/time/',
  'GET /metrics',
  'GET /openapi.json',
  'GET /readyz',
  'POST /ext/v1/email/reset/',
  'POST /ext/v1/wechat/push/',
  'POST /files/',
  'POST /hserve/v1.8/sms-verification-code/verify/',
  'POST /hserve/v2.0/idp/wechat/authenticate/',
  'POST /hserve/v2.0/idp/wechat/silent-login/',
  'POST /hserve/v2.0/login/anonymous/',
  'POST /hserve/v2.0/user/password/reset/',
  'POST /hserve/v2.1/idp/wechat/authenticate/',
  'POST /hserve/v2.1/idp/wechat/silent-login/',
  'POST /hserve/v2.1/login/:kind/',
  'POST /hserve/v2.1/login/sms/',
  'POST /hserve/v2.1/register/:kind/',
  'POST /hserve/v2.2/sms-verification-code/',
  'POST /hserve/v2.5/idp/wechat/authenticate/',
  'POST /hserve/v2.5/idp/wechat/phone-login/',
  'POST /hserve/v2.5/idp/wechat/silent-login/',
  'POST /hserve/v2.7/idp/wechat/phone-login/',
]

const { server } = serverForFile()
let routes: readonly string[]
let app: FastifyInstance
/** The routes that the OpenAPI document describes as open to those without a session. */
let described: readonly string[]

// What a route takes is not checked here, so that each one gets as far as the question who is calling.
const takingAnything = async () => {
  const watch = (message: unknown) => {
    const { fastify: made } = message as { fastify: FastifyInstance }
    made.setValidatorCompiler(() => () => true)
  }
  subscribe('fastify.initialization', watch)
  try {
    return await collectRoutes(() => buildApp(server.context))
  } finally {
    unsubscribe('fastify.initialization', watch)
  }
}

beforeAll(async () => {
  const collected = await takingAnything()
  app = collected.built
  routes = collected.routes.map(({ method, path }) => `${method} ${path}`)
  const { body } = await server.call('GET', '/openapi.json')
  described = Object.entries<Record<string, { security: object[] }>>(body.paths).flatMap(
    ([path, operations]) =>
      Object.entries(operations)
        .filter(([, { security }]) => !security.some((way) => 'session' in way))
        .map(([method]) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
})
afterAll(() => app.close())

const isOfModule = (route: string) => MODULES.some(({ operations }) => route in operations)

describe('a member’s route', () => {
  it('a member’s route is each of the core that is not listed here, in the OpenAPI document, too', () => {
    expect(routes).toEqual(expect.arrayContaining(WITHOUT_SESSION))
    expect(described.filter((route) => !isOfModule(route)).sort()).toEqual(WITHOUT_SESSION)
  })

  it('a member’s route answers 401 without a token, whatever else is sent', async () => {
    const members = routes.filter((route) => !described.includes(route))
    expect(members.length).toBeGreaterThan(30)
    const headers = { 'x-hydrogen-client-id': server.context.settings.clientId }
    const answers = members.map(async (route) => {
      const [method, url] = route.split(' ') as ['GET', string]
      const { statusCode, payload } = await app.inject({ method, url, headers })
      return `${route}: ${statusCode} ${JSON.parse(payload).error_code}`
    })
    expect(await Promise.all(answers)).toEqual(
      members.map((route) => `${route}: 401 session_missing`),
    )
  })
})

describe('a route that says nothing about who may call it', () => {
  it('a route that says nothing about who may call it is a member’s, and another one has no caller', async () => {
    const bare = fastify()
    admitMembersOnly(bare, server.context)
    bare.get('/silent', async () => 'open')
    bare.get('/unset', { config: { access: undefined as never } }, async () => 'open')
    bare.get('/app', { config: { access: 'app' } }, async () => 'open')
    bare.get(
      '/no-caller',
      { config: { access: 'app' } },
      async (request) => callerOf(request).user.id,
    )
    const answer = async (url: string) => (await bare.inject({ method: 'GET', url })).statusCode
    expect([await answer('/silent'), await answer('/unset')]).toEqual([401, 401])
    expect([await answer('/app'), await answer('/no-caller')]).toEqual([200, 500])
    await bare.close()
  })
})

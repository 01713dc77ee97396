import { sql } from 'drizzle-orm'
import { buildApp } from '../src/app'
import { ERROR_CODES } from '../src/error-codes'
import { collectRoutes, type Route } from './fuzz/routes'
import { openTestServer } from './kit/test-server'
import { serverForFile } from './kit/server-for-file'

const { server } = serverForFile()
let routes: readonly Route[]

beforeAll(async () => {
  const collected = await collectRoutes(() => buildApp(server.context))
  await collected.built.close()
  routes = collected.routes
})

describe('/readyz', () => {
  it('answers 200 when the database is migrated', async () => {
    expect(await server.call('GET', '/readyz')).toEqual({ status: 200, body: { status: 'ok' } })
  })

  it('says no when a migration of ours is missing, yes when there are newer ones', async () => {
    const { db } = server.context
    await db.execute(sql`insert into migrations (name, sha256) values ('9999_later.sql', '')`)
    expect((await server.call('GET', '/readyz')).status).toBe(200)

    await db.execute(sql`update migrations set name = 'x' where name = '0001_accounts.sql'`)
    const { status, body } = await server.call('GET', '/readyz')
    await db.execute(sql`update migrations set name = '0001_accounts.sql' where name = 'x'`)
    expect(status).toBe(503)
    expect(body).toMatchObject({
      error_code: 'not_ready',
      error_msg: expect.stringContaining('migrations'),
    })
  })

  it('says no when the database is gone, while /healthz still says yes', async () => {
    const bereft = await openTestServer()
    await bereft.context.db.execute(sql`drop table migrations`)
    const { status, body } = await bereft.call('GET', '/readyz')
    const health = await bereft.call('GET', '/healthz')
    await bereft.close()
    expect([status, health.status]).toEqual([503, 200])
    expect(body.error_msg).toContain('database')
  }, 120_000)
})

describe('/openapi.json', () => {
  it('describes every route with a summary, a tag and who may call it', async () => {
    const { body } = await server.call('GET', '/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    const undescribed = routes.filter(({ method, path }) => {
      const operation = body.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      return !operation?.summary || operation.tags?.length !== 1 || !operation.security
    })
    expect(undescribed.map(({ method, path }) => `${method} ${path}`)).toEqual([])
    expect(routes.length).toBeGreaterThan(30)
  })

  it('takes bodies and answers from the schemas the routes check by', async () => {
    const { body } = await server.call('GET', '/openapi.json')
    const login = body.paths['/hserve/v2.5/idp/wechat/silent-login/'].post
    const { schema } = login.requestBody.content['application/json']
    expect(schema.properties.code).toMatchObject({ type: 'string', minLength: 1 })
    expect(schema.properties.create_user).toMatchObject({ type: 'boolean', default: true })
    expect(Object.keys(login.responses)).toEqual(['201', 'default'])
  })
})

describe('/openapi.json for generated clients', () => {
  it('names every operation once, by method, path and version', async () => {
    const { body } = await server.call('GET', '/openapi.json')
    const ids = Object.values<Record<string, { operationId: string }>>(body.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    expect(ids).toHaveLength(routes.length)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z][A-Za-z0-9]+$/.test(id))).toEqual([])
    expect(ids).toEqual(
      expect.arrayContaining(['getUserInfoByIdV25', 'deleteSessionsByIdV1', 'getHealthz']),
    )
  })

  it('names what comes up in many places once, and where the server is', async () => {
    const { body } = await server.call('GET', '/openapi.json')
    expect(Object.keys(body.components.schemas)).toEqual(
      expect.arrayContaining(['Error', 'User', 'WechatSignIn', 'Done', 'Session']),
    )
    expect(body.servers).toEqual([{ url: server.context.settings.publicUrl }])
    const text = JSON.stringify(body)
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
      expect(body.components.schemas).toHaveProperty(String(name))
  })
})

describe('/openapi.json on forms and refusals', () => {
  it('shows the fields of a multipart body, and the shape of every refusal', async () => {
    const { body } = await server.call('GET', '/openapi.json')
    const { requestBody, responses } = body.paths['/files/'].post
    const { properties } = requestBody.content['multipart/form-data'].schema
    expect(Object.keys(properties)).toEqual(['policy', 'authorization', 'file'])
    expect(responses.default.content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/Error',
    })
    const schema = body.components.schemas.Error
    expect(schema.required).toEqual(['status', 'error_code', 'error_msg'])
    expect(schema.properties.error_code.enum).toEqual(
      expect.arrayContaining(Object.keys(ERROR_CODES)),
    )
  })
})

describe('the headers of every answer', () => {
  it('let browsers do nothing with it', async () => {
    const { headers } = await server.app.inject('/nowhere')
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': expect.stringContaining('max-age='),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  })

  it('keep the protocol out of caches, its refusals too', async () => {
    const { headers } = await server.app.inject('/hserve/v2.5/user/info/1/')
    expect(headers['cache-control']).toBe('no-store')
  })
})

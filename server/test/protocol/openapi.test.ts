import { buildApp } from '../../src/app'
import { ERROR_CODES } from '../../src/error-codes'
import { collectRoutes, type Route } from '../fuzz/routes'
import { serverForFile } from '../kit/server-for-file'

const { server } = serverForFile()
let routes: readonly Route[]

beforeAll(async () => {
  const collected = await collectRoutes(() => buildApp(server.context))
  await collected.built.close()
  routes = collected.routes
})

describe('/openapi.json', () => {
  it('/openapi.json describes every route with a summary, a tag and who may call it', async () => {
    const { body } = await server.call('GET', '/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    const undescribed = routes.filter(({ method, path }) => {
      const operation = body.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      return !operation?.summary || operation.tags?.length !== 1 || !operation.security
    })
    expect(undescribed.map(({ method, path }) => `${method} ${path}`)).toEqual([])
    expect(routes.length).toBeGreaterThan(30)
  })

  it('/openapi.json takes bodies and answers from the schemas the routes check by', async () => {
    const { body } = await server.call('GET', '/openapi.json')
    const login = body.paths['/hserve/v2.5/idp/wechat/silent-login/'].post
    const { schema } = login.requestBody.content['application/json']
    expect(schema.properties.code).toMatchObject({ type: 'string', minLength: 1 })
    expect(schema.properties.create_user).toMatchObject({ type: 'boolean', default: true })
    expect(Object.keys(login.responses)).toEqual(['201', 'default'])
  })
})

describe('/openapi.json for generated clients', () => {
  it('/openapi.json names every operation once, by method, path and version', async () => {
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

  it('/openapi.json names shared schemas once, and where the server is', async () => {
    const { body } = await server.call('GET', '/openapi.json')
    expect(Object.keys(body.components.schemas)).toEqual(
      expect.arrayContaining(['Error', 'User', 'WechatSignIn', 'Done', 'Session']),
    )
    expect(body.servers).toEqual([{ url: server.context.settings.publicUrl }])
    const text = JSON.stringify(body)
    for (const [, name] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(body.components.schemas).toHaveProperty(String(name))
    }
  })
})

describe('/openapi.json on forms and refusals', () => {
  it('/openapi.json shows the fields of a multipart body, and the shape of every refusal', async () => {
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

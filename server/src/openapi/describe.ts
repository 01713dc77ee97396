import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify'
import manifest from '../../package.json' with { type: 'json' }
import { ERROR_CODES } from '../error-codes'
import { operationId, withNamedSchemas } from './names'
import { FORMS, OPERATIONS, TAGS, type Access, type Operation } from './operations'
import { refusalSchema } from './refusal-schema'

const SECURITY: Readonly<Record<Access, readonly Readonly<Record<string, string[]>>[]>> = {
  app: [{ client: [] }],
  session: [{ client: [], session: [] }],
  member: [{ client: [], session: [] }],
}

/** What the document takes from a module. */
interface Described {
  readonly operations: Readonly<Record<string, Operation>>
  readonly errorCodes: Readonly<Record<string, unknown>>
}

// Routes without a schema come with none, whatever the types say.
const withOperation = (
  schema: FastifySchema | undefined,
  { method: methods, url: path, config }: Pick<RouteOptions, 'method' | 'url' | 'config'>,
  operation: Operation | undefined,
  refusal: FastifySchema['response'],
): FastifySchema => {
  const method = String(methods)
  const form = FORMS[`${method} ${path}`]
  if (operation === undefined) return schema ?? {}
  const { summary, tag } = operation
  const access = config?.access
  return {
    ...schema,
    ...(form && { body: form, consumes: ['multipart/form-data'] }),
    operationId: operationId(method, path),
    summary,
    tags: [tag],
    security: access === undefined ? [] : SECURITY[access],
    response: { ...(schema?.response ?? { 200: { description: 'Done.' } }), default: refusal },
  }
}

/**
 * Collects every route that is registered after it into an OpenAPI 3.1 document: bodies, answers and who may call from
 * the routes themselves, the rest from `OPERATIONS` and the modules. `app.swagger()` returns it.
 */
export const describeRoutes = async (
  app: FastifyInstance,
  modules: readonly Described[],
  publicUrl: string,
): Promise<void> => {
  const operations = Object.assign(
    {},
    OPERATIONS,
    ...modules.map((each) => each.operations),
  ) as typeof OPERATIONS
  const refusal = refusalSchema(
    [ERROR_CODES, ...modules.map(({ errorCodes }) => errorCodes)].flatMap(Object.keys),
  )
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'wx.BaaS protocol server', version: manifest.version },
      servers: [{ url: publicUrl }],
      tags: [...TAGS],
      components: {
        securitySchemes: {
          client: { type: 'apiKey', in: 'header', name: 'X-Hydrogen-Client-ID' },
          session: {
            type: 'apiKey',
            in: 'header',
            name: 'Authorization',
            description: 'Hydrogen-r1 and the token of the sign-in',
          },
        },
      },
    },
    transformObject: (document) =>
      'openapiObject' in document
        ? withNamedSchemas(document.openapiObject)
        : document.swaggerObject,
    transform: ({ schema, url, route }) => ({
      schema: withOperation(schema, route, operations[`${String(route.method)} ${url}`], refusal),
      url,
    }),
  })
}

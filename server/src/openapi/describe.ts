import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { ErrorBody, FORMS, OPERATIONS, TAGS, type Access } from './operations'

const SECURITY: Readonly<Record<Access, readonly Readonly<Record<string, string[]>>[]>> = {
  anyone: [],
  app: [{ client: [] }],
  member: [{ client: [], session: [] }],
}

// Routes without a schema come with none, whatever the types say.
const withOperation = (
  schema: FastifySchema | undefined,
  method: string,
  path: string,
): FastifySchema => {
  const operation = OPERATIONS[`${method} ${path}`]
  const form = FORMS[`${method} ${path}`]
  if (operation === undefined) return schema ?? {}
  const { summary, tag, access } = operation
  return {
    ...schema,
    ...(form && { body: form, consumes: ['multipart/form-data'] }),
    summary,
    tags: [tag],
    security: SECURITY[access],
    response: { ...(schema?.response ?? { 200: { description: 'Done.' } }), default: ErrorBody },
  }
}

/**
 * Collects every route that is registered after it into an OpenAPI 3.1 document: bodies and answers from the
 * routes' own schemas, the rest from `OPERATIONS`. `app.swagger()` gives it.
 */
export const describeRoutes = async (app: FastifyInstance): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'wx.BaaS protocol server', version: '0.1.0' },
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
    transform: ({ schema, url, route }) => ({
      schema: withOperation(schema, String(route.method), url),
      url,
    }),
  })
}

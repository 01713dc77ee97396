import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from '@sinclair/typebox'
import type { Context } from '../context'
import { receivePush } from '../wechat-push/receive'
import { readPush, requirePushQuery, requirePushTrial, type PushQuery } from '../wechat-push/reader'

const PATH = '/ext/v1/wechat/push/'
const Signed = Type.Object({
  signature: Type.String({ maxLength: 64, default: '' }),
  msg_signature: Type.String({ maxLength: 64, default: '' }),
  timestamp: Type.String({ maxLength: 20, default: '' }),
  nonce: Type.String({ maxLength: 64, default: '' }),
  echostr: Type.String({ maxLength: 200, default: '' }),
})

// Before the body is read, the schema has not been applied to the query yet.
const early = (query: unknown): PushQuery => {
  const sent: Readonly<Record<string, unknown>> = Object(query)
  const text = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '')
  return {
    signature: text('signature'),
    msg_signature: text('msg_signature'),
    timestamp: text('timestamp'),
    nonce: text('nonce'),
  }
}

/** Where WeChat's message push is aimed in its console (any mode, JSON or XML). WeChat sends no client ID. */
export const pushRoutes =
  (context: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))

    app.get(PATH, { schema: { querystring: Signed } }, async (request, reply) => {
      requirePushTrial(context, request.query)
      return reply.type('text/plain; charset=utf-8').send(request.query.echostr)
    })

    app.post(
      PATH,
      {
        schema: { querystring: Signed },
        onRequest: async (request) => requirePushQuery(context, early(request.query)),
      },
      async (request, reply) => {
        const push = readPush(context, request.query, String(request.body ?? ''))
        await receivePush(context, push)
        return reply.type('text/plain; charset=utf-8').send('success')
      },
    )
  }

import type { FastifyError, FastifyInstance } from 'fastify'
import { APIS } from '../platform/faults'
import type { Platform } from '../platform/platform'
import { accessTokens } from './access-tokens'
import { code2session } from './code2session'
import { contentChecks } from './content-checks'
import { errorAnswer } from './errors'
import { phoneNumber } from './phone-number'
import type { Pusher } from './pusher'
import { sessionChecks } from './session-checks'

const TOO_LARGE = 413

/** Bodies arrive as text: WeChat parses JSON whatever the content-type says, and has its own errcodes for failing. */
const readBodiesAsText = (app: FastifyInstance) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => {
    done(null, text)
  })
}

/** The HTTP API of api.weixin.qq.com. Every answer, refusals too, is HTTP 200. */
export const wechatApi =
  (platform: Platform, pusher: Pusher) =>
  async (app: FastifyInstance): Promise<void> => {
    readBodiesAsText(app)
    app.setNotFoundHandler(async (request) => {
      const path = request.url.split('?', 1)[0]
      const wantsPost = request.method === 'GET' && APIS.some((api) => `/${api}` === path)
      return errorAnswer(wantsPost ? 43002 : 40066, platform.requestId())
    })
    app.setErrorHandler<FastifyError>(async (error, _request, reply) => {
      if (error.statusCode === undefined || error.statusCode >= 500) throw error
      const errcode = error.statusCode === TOO_LARGE ? 45002 : 47001
      return reply.code(200).send(errorAnswer(errcode, platform.requestId()))
    })
    await app.register(code2session(platform))
    await app.register(accessTokens(platform))
    await app.register(phoneNumber(platform))
    await app.register(sessionChecks(platform))
    await app.register(contentChecks(platform, pusher))
  }

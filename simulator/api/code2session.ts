import type { FastifyInstance } from 'fastify'
import type { Platform } from '../platform/platform'
import type { ErrorCode } from './errors'
import { errorAnswer } from './errors'
import { checkCredentials, queryReader } from './query'

/** The body of a successful login: WeChat's has no errcode. */
type SessionAnswer = { session_key: string; openid: string; unionid: string }

const exchange = (platform: Platform, query: unknown): SessionAnswer | ErrorCode => {
  const parameter = queryReader(query)
  const appid = parameter('appid')
  const refusal = checkCredentials(platform, appid, parameter('secret'))
  if (refusal !== 'ok') return refusal
  if (parameter('grant_type') !== 'authorization_code') return 40002
  const code = parameter('js_code')
  if (code === '') return 41008

  const outcome = platform.exchangeLoginCode(code, appid)
  switch (outcome.kind) {
    case 'session':
      return {
        session_key: outcome.sessionKey,
        openid: outcome.openid,
        unionid: outcome.unionid,
      }
    case 'used':
      return 40163
    case 'invalid':
      return 40029
  }
}

/**
 * `GET sns/jscode2session`: appid, secret, js_code, grant_type → session_key, openid, unionid, or errcode
 * and errmsg. Either way HTTP 200 and JSON that calls itself text/plain. OpenApiDoc user-login/code2Session.
 */
export const code2session =
  (platform: Platform) =>
  async (app: FastifyInstance): Promise<void> => {
    app.get('/sns/jscode2session', async (request, reply) => {
      const answer = exchange(platform, request.query)
      const body = typeof answer === 'number' ? errorAnswer(answer, platform.requestId()) : answer
      return reply.type('text/plain').send(JSON.stringify(body))
    })
  }

import type { FastifyInstance } from 'fastify'
import type { Platform } from '../platform/platform'
import type { Answer } from './endpoint'
import { endpoint } from './endpoint'
import { checkCredentials, queryOf } from './parameters'

const exchange =
  (platform: Platform): Answer =>
  (request) => {
    const { text } = queryOf(request)
    const appid = text('appid')
    const check = checkCredentials(platform, appid, text('secret'))
    if (check !== 'ok') return check
    if (text('grant_type') !== 'authorization_code') return 40002
    const code = text('js_code')
    if (code === '') return 41008

    const outcome = platform.exchangeLoginCode(code, appid)
    switch (outcome.kind) {
      case 'session': {
        const { sessionKey, openid, unionid } = outcome
        const bound = platform.hasUnionid(appid) ? { unionid } : {}
        return { session_key: sessionKey, openid, ...bound }
      }
      case 'used':
        return 40163
      case 'blocked':
        return 40226
      case 'invalid':
        return 40029
    }
  }

/**
 * `GET sns/jscode2session`: appid, secret, js_code, grant_type → session_key, openid and, for a bound app, unionid
 * without errcode, or errcode and errmsg. JSON that calls itself text/plain, as WeChat's does. Reference: code2Session;
 * docs/wechat.md 5.2.
 */
export const code2session =
  (platform: Platform) =>
  async (app: FastifyInstance): Promise<void> => {
    app.addHook('preSerialization', async (_request, reply, body: unknown) => {
      reply.type('text/plain')
      return body
    })
    endpoint(app, platform, 'GET', 'sns/jscode2session', exchange(platform))
  }

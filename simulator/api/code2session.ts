import type { FastifyInstance } from 'fastify'
import type { Platform } from '../platform/platform'
import { endpoint, type Answer } from './endpoint'
import { checkCredentials, queryOf } from './parameters'

const REFUSALS = { used: 40163, blocked: 40226, invalid: 40029 } as const

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
    if (outcome.kind !== 'session') return REFUSALS[outcome.kind]
    const { sessionKey, openid, unionid } = outcome
    return { session_key: sessionKey, openid, ...(platform.hasUnionid(appid) && { unionid }) }
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

import type { FastifyInstance } from 'fastify'
import type { IssuedToken } from '../platform/access-tokens'
import type { Platform } from '../platform/platform'
import { endpoint } from './endpoint'
import type { ErrorCode } from './errors'
import { type Parameters, bodyOf, checkCredentials, queryOf } from './parameters'

const tokenAnswer = ({ accessToken, expiresIn }: IssuedToken) => ({
  access_token: accessToken,
  expires_in: expiresIn,
})

const checkedApp = (platform: Platform, { text }: Parameters): string | ErrorCode => {
  if (text('grant_type') !== 'client_credential') return 40002
  const appid = text('appid')
  const check = checkCredentials(platform, appid, text('secret'))
  return check === 'ok' ? appid : check
}

/**
 * `POST cgi-bin/stable_token` {grant_type, appid, secret, force_refresh} and `GET cgi-bin/token`
 * → access_token, expires_in (seconds). References: getStableAccessToken, getAccessToken.
 */
export const accessTokens =
  (platform: Platform) =>
  async (app: FastifyInstance): Promise<void> => {
    endpoint(app, platform, 'POST', 'cgi-bin/stable_token', (request) => {
      const body = bodyOf(request)
      if (typeof body === 'number') return body
      const appid = checkedApp(platform, body)
      if (typeof appid === 'number') return appid
      const mode = body.value('force_refresh') === true ? 'force-refresh' : 'normal'
      const issued = platform.accessTokens.stable(appid, mode)
      return issued.kind === 'quota' ? 45009 : tokenAnswer(issued)
    })

    endpoint(app, platform, 'GET', 'cgi-bin/token', (request) => {
      const appid = checkedApp(platform, queryOf(request))
      return typeof appid === 'number' ? appid : tokenAnswer(platform.accessTokens.plain(appid))
    })
  }

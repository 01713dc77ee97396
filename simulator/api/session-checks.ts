import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Person } from '../platform/people'
import type { Platform } from '../platform/platform'
import { endpoint } from './endpoint'
import { type ErrorCode, OK } from './errors'
import { appOf, queryOf } from './parameters'

interface Signed {
  person: Person
  appid: string
  openid: string
}

/** Whose login state a request is about, if it is signed with that person's valid session_key. */
const signedBy = (platform: Platform, request: FastifyRequest): Signed | ErrorCode => {
  const appid = appOf(platform, request)
  if (typeof appid === 'number') return appid
  const { text } = queryOf(request)
  const openid = text('openid')
  const person = platform.personOf(openid, appid)
  if (person === undefined) return 40003
  if (text('sig_method') !== 'hmac_sha256') return 87008
  return platform.isSignedBySession(person, appid, text('signature'))
    ? { person, appid, openid }
    : 87009
}

/**
 * `GET wxa/checksession` and `GET wxa/resetusersessionkey`: access_token, openid, signature =
 * hmac_sha256(session_key, ""), sig_method. References: checkSessionKey, ResetUserSessionKey.
 */
export const sessionChecks =
  (platform: Platform) =>
  async (app: FastifyInstance): Promise<void> => {
    endpoint(app, platform, 'GET', 'wxa/checksession', (request) => {
      const signed = signedBy(platform, request)
      return typeof signed === 'number' ? signed : OK
    })

    endpoint(app, platform, 'GET', 'wxa/resetusersessionkey', (request) => {
      const signed = signedBy(platform, request)
      if (typeof signed === 'number') return signed
      const sessionKey = platform.resetSessionKey(signed.person, signed.appid)
      return { ...OK, openid: signed.openid, session_key: sessionKey }
    })
  }

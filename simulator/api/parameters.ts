import type { FastifyRequest } from 'fastify'
import type { Platform } from '../platform/platform'
import type { ErrorCode } from './errors'

/** Named values out of a query string or a JSON body. */
export interface Parameters {
  /** The text of this name; a missing, repeated or otherwise typed one reads as ''. */
  text: (name: string) => string
  /** The value of this name as it was sent; undefined for a missing one. */
  value: (name: string) => unknown
}

const parametersOf = (source: unknown): Parameters => {
  const values = new Map<string, unknown>(Object.entries(Object(source)))
  const value = (name: string) => values.get(name)
  return {
    value,
    text: (name) => {
      const found = value(name)
      return typeof found === 'string' ? found : ''
    },
  }
}

/** The parameters in the query string. */
export const queryOf = (request: FastifyRequest): Parameters => parametersOf(request.query)

/** The parameters in a JSON body, which WeChat reads whatever its content-type: 44002 if empty, 47001 if not an object. */
export const bodyOf = (request: FastifyRequest): Parameters | ErrorCode => {
  const text = typeof request.body === 'string' ? request.body : ''
  if (text === '') return 44002
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null ? parametersOf(parsed) : 47001
  } catch {
    return 47001
  }
}

/** Checks AppID and secret as every endpoint that takes them does: the errcode of the refusal, or ok. */
export const checkCredentials = (
  platform: Platform,
  appid: string,
  secret: string,
): ErrorCode | 'ok' => {
  if (appid === '') return 41002
  if (secret === '') return 41004
  switch (platform.checkApp(appid, secret)) {
    case 'ok':
      return 'ok'
    case 'unknown-appid':
      return 40013
    case 'wrong-secret':
      return 40125
  }
}

/** The AppID an access_token in the query speaks for, or the errcode of the refusal. */
export const appOf = (platform: Platform, request: FastifyRequest): string | ErrorCode => {
  const accessToken = queryOf(request).text('access_token')
  if (accessToken === '') return 41001
  const bearer = platform.accessTokens.bearerOf(accessToken)
  switch (bearer.kind) {
    case 'app':
      return bearer.appid
    case 'expired':
      return 42001
    case 'unknown':
      return 40001
  }
}

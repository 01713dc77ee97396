import type { Platform } from '../platform/platform'
import type { ErrorCode } from './errors'

/** Reads single parameters of a parsed query string; a missing or repeated one reads as ''. */
export const queryReader =
  (query: unknown) =>
  (name: string): string => {
    const values = new Map(Object.entries(Object(query)))
    const value = values.get(name)
    return typeof value === 'string' ? value : ''
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

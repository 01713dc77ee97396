import { randomUUID } from 'node:crypto'
import type { Context } from '../context'
import { ApiError } from '../errors'
import type { Caller } from '../sessions/authenticate'
import { DEEPEST, isTooDeep } from './nesting'
import { MEMORY_MB } from './process-limits'

/** What a job asks for (docs/protocol.md 5.2). */
export interface Job {
  readonly name: string
  readonly sync: boolean
  readonly data: unknown
}

/** What a function hears of the request it runs for. */
export interface Meta {
  readonly ip_address: string
  readonly user_agent: string
}

/**
 * The JSON of the `event` a function gets (docs/protocol.md 5.7): who calls comes from the session, never from `data`
 * (docs/protocol.md 9.39). Throws 400 when `data` is nested too deeply.
 */
export const eventFor = (
  { settings }: Pick<Context, 'settings'>,
  { user, wechat }: Caller,
  { data }: Job,
  limitMs: number,
  meta: Meta,
): string => {
  if (isTooDeep(data)) {
    throw new ApiError(
      'request_malformed',
      `data is nested more than ${DEEPEST} levels deep: send it flatter.`,
    )
  }
  return JSON.stringify({
    data,
    eventType: 'sdk',
    jobId: randomUUID(),
    memoryLimitInMB: MEMORY_MB,
    miniappId: settings.clientId,
    timeLimitInMS: limitMs,
    request: {
      user: {
        id: user.id,
        openid: wechat?.openid ?? null,
        unionid: wechat?.unionid ?? null,
        nickname: user.nickname,
        avatar_url: user.avatar,
      },
      meta,
    },
  })
}

import { randomUUID } from 'node:crypto'
import type { Context } from '../context'
import type { Caller } from '../sessions/authenticate'
import { MEMORY_MB } from './run-function'

/** What a job asks for (wire contract 1.3, cloud-function job). */
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

/** The `event` a function gets (wire contract 1.5): who calls comes from the session, never from `data` (W39). */
export const eventFor = (
  { settings }: Pick<Context, 'settings'>,
  { user, wechat }: Caller,
  { data }: Job,
  limitMs: number,
  meta: Meta,
) => ({
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

import { randomUUID } from 'node:crypto'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { updateWechatProfile } from '../accounts/update-wechat-profile'
import { ownUserObject } from '../accounts/user-object'
import { profileFields, UserInfo, type Sync } from '../accounts/wechat-profile'
import type { Context } from '../context'
import { ApiError } from '../errors'
import { LIMITS, spend } from '../security/limits'
import type { Caller } from '../sessions/authenticate'
import { MEMORY_MB, runFunction, type AnswerCall, type Outcome } from './run-function'

const SYNC_LIMIT_MS = 5_000
const ASYNC_LIMIT_MS = 300_000
const MOST_AT_ONCE = 8
const NAME = /^[a-zA-Z0-9_]{1,64}$/

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

const Profile = Type.Object({ userInfo: UserInfo })
const SYNCS: readonly Sync[] = ['overwrite', 'setnx', 'false']

let running = 0

const fileOf = async ({ settings }: Context, name: string): Promise<string> => {
  const file = join(settings.functionsDir, name, 'index.js')
  const exists =
    NAME.test(name) &&
    (await access(file).then(
      () => true,
      () => false,
    ))
  if (!exists) throw new ApiError(404, 'No cloud function has this name.')
  return file
}

/**
 * `BaaS.wechat.updateUserInfo(userID, data, {syncUserProfile})` of the cloud runtime (wire contract 1.5), for the caller
 * and nobody else, whatever the function passes on.
 */
const answerFor =
  (context: Context, caller: Caller): AnswerCall =>
  async (method, [userId, data, options]) => {
    if (method !== 'wechat.updateUserInfo')
      throw new ApiError(400, 'The server offers no such call.')
    if (userId !== caller.user.id) throw new ApiError(403, 'A function acts on its caller alone.')
    if (!Value.Check(Profile, data))
      throw new ApiError(400, 'data is not what getUserProfile gives.')
    const wanted = Value.Check(Type.Object({ syncUserProfile: Type.String() }), options)
      ? options.syncUserProfile
      : 'setnx'
    const sync = SYNCS.find((each) => each === wanted) ?? 'setnx'
    const profile = profileFields(data.userInfo)
    return ownUserObject(context.vault, await updateWechatProfile(context, caller, profile, sync))
  }

const eventFor = (
  { settings }: Context,
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

const runJob = async (
  context: Context,
  caller: Caller,
  file: string,
  job: Job,
  meta: Meta,
  stop: AbortSignal,
): Promise<Outcome> => {
  if (running >= MOST_AT_ONCE)
    throw new ApiError(503, 'Too many functions run at the moment: try again in a second.')
  running += 1
  const limitMs = job.sync ? SYNC_LIMIT_MS : ASYNC_LIMIT_MS
  const event = eventFor(context, caller, job, limitMs, meta)
  return runFunction(file, event, limitMs, answerFor(context, caller), stop).finally(() => {
    running -= 1
  })
}

/**
 * Runs a cloud function for the caller. Sync gives how it ended; async starts it and gives null. Rejects with 404 for
 * an unknown name, 403 for an anonymous caller, 429 and 503 beyond the limits. `stop` kills what still runs.
 */
export const invokeFunction = async (
  context: Context,
  caller: Caller,
  job: Job,
  meta: Meta,
  stop: AbortSignal,
): Promise<Outcome | null> => {
  if (caller.user.isAnonymous)
    throw new ApiError(403, 'An anonymous user may not run functions: register first.')
  await spend(context, LIMITS.functionsPerUser, String(caller.user.id))
  const file = await fileOf(context, job.name)
  if (job.sync) return runJob(context, caller, file, job, meta, stop)
  context.background.run(async () => {
    await runJob(context, caller, file, job, meta, stop)
  })
  return null
}

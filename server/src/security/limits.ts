import { and, eq, gt, gte, sql, type SQL } from 'drizzle-orm'
import type { Context } from '../context'
import { rateLimits } from '../db/schema'
import { ApiError } from '../errors'
import { addressGroup } from './client-address'

/** So many hits per window, for one kind of act. */
export interface Limit {
  readonly kind: string
  readonly max: number
  readonly windowMs: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Nobody waits longer for one hit too many, unless the window itself lasts longer. */
export const LONGEST_PENALTY_MS = 15 * MINUTE

/** So long after its end an overrun window still makes the next one's penalty longer. */
export const OVERRUNS_REMEMBERED_MS = 24 * HOUR

/** Every limit of the server. `per*` says what is counted. */
export const LIMITS = {
  passwordPerAccount: { kind: 'password/account', max: 10, windowMs: 5 * MINUTE },
  passwordPerAddress: { kind: 'password/address', max: 100, windowMs: 5 * MINUTE },
  registrationPerAddress: { kind: 'register/address', max: 100, windowMs: HOUR },
  refusedCodesPerAddress: { kind: 'refused-code/address', max: 60, windowMs: MINUTE },
  loginsPerOpenid: { kind: 'login/openid', max: 100, windowMs: MINUTE },
  phoneChecksPerUser: { kind: 'phone/user', max: 20, windowMs: HOUR },
  smsPerPhoneAndMinute: { kind: 'sms/phone/minute', max: 1, windowMs: MINUTE },
  smsPerPhoneAndDay: { kind: 'sms/phone/day', max: 10, windowMs: 24 * HOUR },
  smsPerAddress: { kind: 'sms/address', max: 60, windowMs: HOUR },
  smsTriesPerAddress: { kind: 'sms-try/address', max: 60, windowMs: 10 * MINUTE },
  mailPerAddress: { kind: 'mail/address', max: 30, windowMs: HOUR },
  mailPerAccount: { kind: 'mail/account', max: 5, windowMs: HOUR },
  linksPerUser: { kind: 'link/user', max: 20, windowMs: HOUR },
  functionsPerUser: { kind: 'function/user', max: 60, windowMs: MINUTE },
  uploadsPerUser: { kind: 'upload/user', max: 60, windowMs: HOUR },
  censorPerUser: { kind: 'censor/user', max: 120, windowMs: MINUTE },
} as const satisfies Record<string, Limit>

/**
 * The key a subject is counted under: unreadable, because subjects are addresses, names and phones. What is counted
 * per address is counted per group of addresses that one sender has.
 */
export const limitKey = (
  { vault }: Pick<Context, 'vault'>,
  limit: Limit,
  subject: string,
): string => {
  const counted = limit.kind.endsWith('/address') ? addressGroup(subject) : subject
  return vault.index(counted, `limit:${limit.kind}`)
}

/** The 429 of somebody who has to wait so long, in milliseconds; the answer rounds it up to seconds. */
export const tooMany = (waitMs: number): ApiError => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new ApiError(429, `Too many attempts: try again in ${seconds} seconds.`, {
    retry_after: seconds,
  })
}

/** Two to the power of `times`, kept where PostgreSQL can still add seconds to a date. */
export const doubled = (times: SQL): SQL => sql`power(2, least(${times}, 12))`

/**
 * How long a hit beyond the limit has to wait, in seconds: every one doubles it, and who overran earlier windows, too,
 * begins with the window doubled as often. Fifteen minutes at most, unless the window itself lasts longer.
 */
const penalty = ({ max, windowMs }: Limit): SQL => {
  const earlier = sql`(held.overruns - (held.hits > ${max})::int)`
  const byHits = doubled(sql`held.hits - ${max}`)
  const byOverruns = sql`case when ${earlier} = 0 then 0 else ${windowMs / 1000} * ${doubled(earlier)} end`
  return sql`least(greatest(${byHits}, ${byOverruns}), ${LONGEST_PENALTY_MS / 1000})`
}

/**
 * Counts one hit of `subject` and rejects with 429 beyond the limit. The count lives in the database, so it holds
 * across processes. Going on beyond the limit, or overrunning it again within a day, makes the wait longer.
 */
export const spend = async (
  context: Pick<Context, 'db' | 'clock' | 'vault'>,
  limit: Limit,
  subject: string,
): Promise<void> => {
  const nowMs = context.clock.now()
  const now = sql`${new Date(nowMs).toISOString()}::timestamptz`
  const forgotten = sql`${new Date(nowMs - OVERRUNS_REMEMBERED_MS).toISOString()}::timestamptz`
  const seconds = limit.windowMs / 1000
  const [row] = (
    await context.db.execute<{ hits: number; ends: number }>(sql`
      insert into ${rateLimits} as held (key, hits, window_ends)
      values (${limitKey(context, limit, subject)}, 1, ${now} + make_interval(secs => ${seconds}))
      on conflict (key) do update set
        hits = case when held.window_ends <= ${now} then 1 else held.hits + 1 end,
        overruns = case
          when held.window_ends <= ${forgotten} then 0
          when held.window_ends > ${now} and held.hits = ${limit.max} then held.overruns + 1
          else held.overruns
        end,
        window_ends = case
          when held.window_ends <= ${now} then excluded.window_ends
          when held.hits < ${limit.max} then held.window_ends
          else greatest(held.window_ends, ${now} + make_interval(secs => ${penalty(limit)}))
        end
      returning hits, extract(epoch from window_ends)::float8 as ends`)
  ).rows
  if (row !== undefined && row.hits > limit.max) throw tooMany(row.ends * 1000 - nowMs)
}

/** Rejects with 429 when `subject` is beyond the limit. That counts, as a hit beyond it; within the limit nothing does. */
export const refuseIfSpent = async (
  context: Pick<Context, 'db' | 'clock' | 'vault'>,
  limit: Limit,
  subject: string,
): Promise<void> => {
  const spent = await context.db
    .select({ key: rateLimits.key })
    .from(rateLimits)
    .where(
      and(
        eq(rateLimits.key, limitKey(context, limit, subject)),
        gte(rateLimits.hits, limit.max),
        gt(rateLimits.windowEnds, new Date(context.clock.now())),
      ),
    )
  if (spent.length > 0) await spend(context, limit, subject)
}

/** Forgets what was counted, after the subject has proved itself. */
export const forgive = async (
  context: Pick<Context, 'db' | 'vault'>,
  limit: Limit,
  subject: string,
): Promise<void> => {
  await context.db.execute(
    sql`delete from ${rateLimits} where key = ${limitKey(context, limit, subject)}`,
  )
}

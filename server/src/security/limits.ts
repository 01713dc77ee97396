import { sql } from 'drizzle-orm'
import type { Context } from '../context'
import { rateLimits } from '../db/schema'
import { ApiError } from '../errors'

/** So many hits per window, for one kind of act. */
export interface Limit {
  readonly kind: string
  readonly max: number
  readonly windowMs: number
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const LONGEST_PENALTY_MS = 15 * MINUTE

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

/** The key a subject is counted under: unreadable, because subjects are addresses, names and phones. */
export const limitKey = (
  { vault }: Pick<Context, 'vault'>,
  limit: Limit,
  subject: string,
): string => vault.index(subject, `limit:${limit.kind}`)

/** The 429 of somebody who has to wait so long, in milliseconds; the answer rounds it up to seconds. */
export const tooMany = (waitMs: number): ApiError => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new ApiError(429, `Too many attempts: try again in ${seconds} seconds.`, {
    retry_after: seconds,
  })
}

/**
 * Counts one hit of `subject` and rejects with 429 beyond the limit. The count lives in the database,
 * so it holds across processes. Every hit beyond the limit doubles the wait, to 15 minutes at most.
 */
export const spend = async (
  context: Pick<Context, 'db' | 'clock' | 'vault'>,
  limit: Limit,
  subject: string,
): Promise<void> => {
  const now = context.clock.now()
  const at = new Date(now).toISOString()
  const seconds = limit.windowMs / 1000
  const [row] = (
    await context.db.execute<{ hits: number; ends: number }>(sql`
      insert into ${rateLimits} as held (key, hits, window_ends)
      values (${limitKey(context, limit, subject)}, 1, ${at}::timestamptz + make_interval(secs => ${seconds}))
      on conflict (key) do update set
        hits = case when held.window_ends <= ${at} then 1 else held.hits + 1 end,
        window_ends = case
          when held.window_ends <= ${at} then excluded.window_ends
          when held.hits < ${limit.max} then held.window_ends
          else greatest(held.window_ends, ${at}::timestamptz + make_interval(secs =>
            least(power(2, least(held.hits - ${limit.max}, 12)), ${LONGEST_PENALTY_MS / 1000})))
        end
      returning hits, extract(epoch from window_ends)::float8 as ends`)
  ).rows
  if (row !== undefined && row.hits > limit.max) throw tooMany(row.ends * 1000 - now)
}

/** Rejects with 429 when `subject` is beyond the limit, without counting. */
export const refuseIfSpent = async (
  context: Pick<Context, 'db' | 'clock' | 'vault'>,
  limit: Limit,
  subject: string,
): Promise<void> => {
  const now = context.clock.now()
  const [row] = (
    await context.db.execute<{ ends: number }>(sql`
      select extract(epoch from window_ends)::float8 as ends from ${rateLimits}
      where key = ${limitKey(context, limit, subject)} and hits >= ${limit.max}
        and window_ends > ${new Date(now).toISOString()}`)
  ).rows
  if (row !== undefined) throw tooMany(row.ends * 1000 - now)
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

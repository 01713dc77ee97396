import { eq, sql, type SQL } from 'drizzle-orm'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import { rateLimits } from '../db/schema'
import { ApiError } from '../errors'
import { addressGroup } from './client-address'
import type { Vault } from './vault'

/** At most `max` uses at once, and one more every `windowMs / max` milliseconds: a bucket that refills. */
export interface Limit {
  readonly kind: string
  readonly max: number
  readonly windowMs: number
}

/** One thing to count: under which limit, and for whom. */
export interface Use {
  readonly limit: Limit
  readonly subject: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/**
 * Every limit of the server, explained in docs/limits.md. `per*` says what is counted. A limit that other people can
 * use up (per address, per target) refills at least once a minute, so that no one waits longer for what others do;
 * except for messages to one number or mailbox, whose owner has received them and can use what they hold.
 */
export const LIMITS = {
  passwordPerSender: { kind: 'password/sender', max: 10, windowMs: 10 * MINUTE },
  passwordPerDevice: { kind: 'password/device', max: 10, windowMs: 5 * MINUTE },
  passwordPerTarget: { kind: 'password/target', max: 20, windowMs: 10 * MINUTE },
  passwordPerAddress: { kind: 'password/address', max: 100, windowMs: 5 * MINUTE },
  reauthenticationPerSession: { kind: 'reauthentication/session', max: 10, windowMs: 5 * MINUTE },
  accountChangesPerUser: { kind: 'account/user', max: 10, windowMs: 10 * MINUTE },
  registrationPerAddress: { kind: 'register/address', max: 100, windowMs: HOUR },
  refusedCodesPerAddress: { kind: 'refused-code/address', max: 60, windowMs: MINUTE },
  loginsPerOpenid: { kind: 'login/openid', max: 100, windowMs: MINUTE },
  phoneChecksPerUser: { kind: 'phone/user', max: 20, windowMs: HOUR },
  smsPerPhoneAndMinute: { kind: 'sms/phone/minute', max: 1, windowMs: MINUTE },
  smsPerPhoneAndDay: { kind: 'sms/phone/day', max: 10, windowMs: 24 * HOUR },
  smsPerDeviceAndMinute: { kind: 'sms/device/minute', max: 1, windowMs: MINUTE },
  smsPerDeviceAndDay: { kind: 'sms/device/day', max: 100, windowMs: 24 * HOUR },
  smsPerAddress: { kind: 'sms/address', max: 60, windowMs: HOUR },
  smsTriesPerAddress: { kind: 'sms-try/address', max: 60, windowMs: 10 * MINUTE },
  mailPerAddress: { kind: 'mail/address', max: 30, windowMs: HOUR / 2 },
  mailPerAccount: { kind: 'mail/account', max: 5, windowMs: HOUR },
  mailPerUser: { kind: 'mail/user', max: 5, windowMs: HOUR },
  linksPerUser: { kind: 'link/user', max: 20, windowMs: HOUR },
  functionsPerUser: { kind: 'function/user', max: 60, windowMs: MINUTE },
  uploadsPerUser: { kind: 'upload/user', max: 60, windowMs: HOUR },
  censorPerUser: { kind: 'censor/user', max: 120, windowMs: MINUTE },
} as const satisfies Record<string, Limit>

interface Counting {
  readonly db: Database
  readonly clock: Clock
  readonly vault: Vault
}

/**
 * The key a subject is counted under: unreadable, because subjects are addresses, names and phones. What is counted
 * per address is counted per group of addresses that one sender has.
 */
export const limitKey = (
  { vault }: Pick<Counting, 'vault'>,
  limit: Limit,
  subject: string,
): string => {
  const counted = limit.kind.endsWith('/address') ? addressGroup(subject) : subject
  return vault.index(counted, `limit:${limit.kind}`)
}

/** The 429 of a caller who has to wait so long, in milliseconds; the answer rounds it up to seconds. */
export const tooMany = (waitMs: number): ApiError => {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new ApiError('too_many_requests', `Too many attempts: try again in ${seconds} seconds.`, {
    retry_after: seconds,
  })
}

const spanOf = (ms: number): SQL => sql`make_interval(secs => ${ms / 1000})`

/**
 * Counts a use unless the bucket is empty, in one statement, so that uses of the same moment cannot outrun the count.
 * Returns 0, or the milliseconds after which a use passes. A refused use is not counted, so that the wait announced before it stays true.
 */
const take = async (context: Counting, { limit, subject }: Use): Promise<number> => {
  const nowMs = context.clock.now()
  const now = sql`${new Date(nowMs).toISOString()}::timestamptz`
  const key = limitKey(context, limit, subject)
  const perUseMs = limit.windowMs / limit.max
  const next = sql`greatest(held.window_ends, ${now}) + ${spanOf(perUseMs)}`
  // A millisecond of tolerance: thirds of a second add up to more than a whole one in microseconds.
  const { rows } = await context.db.execute(sql`
    insert into ${rateLimits} as held (key, window_ends) values (${key}, ${now} + ${spanOf(perUseMs)})
    on conflict (key) do update set window_ends = ${next}
      where ${next} <= ${now} + ${spanOf(limit.windowMs + 1)}
    returning key`)
  if (rows.length > 0) return 0
  const [held] = await context.db
    .select({ windowEnds: rateLimits.windowEnds })
    .from(rateLimits)
    .where(eq(rateLimits.key, key))
  return Math.max(1, (held?.windowEnds.getTime() ?? nowMs) + perUseMs - limit.windowMs - nowMs)
}

/** Counts one use of `subject`; rejects with 429 beyond the limit. Counted in the database, over all processes. */
export const consume = async (context: Counting, limit: Limit, subject: string): Promise<void> => {
  const waitMs = await take(context, { limit, subject })
  if (waitMs > 0) throw tooMany(waitMs)
}

/** Takes the counts of these uses back, when they turned out to be none. */
export const refund = async (
  { db, vault }: Pick<Counting, 'db' | 'vault'>,
  uses: readonly Use[],
): Promise<void> => {
  for (const { limit, subject } of uses)
    await db
      .update(rateLimits)
      .set({ windowEnds: sql`window_ends - ${spanOf(limit.windowMs / limit.max)}` })
      .where(eq(rateLimits.key, limitKey({ vault }, limit, subject)))
}

/**
 * Counts all of these uses or none: rejects with 429 when one of them is beyond its limit, and names the longest of
 * the waits, after which all of them pass.
 */
export const consumeAll = async (context: Counting, uses: readonly Use[]): Promise<void> => {
  const taken: Use[] = []
  let longestMs = 0
  for (const use of uses) {
    const waitMs = await take(context, use)
    if (waitMs === 0) taken.push(use)
    longestMs = Math.max(longestMs, waitMs)
  }
  if (longestMs === 0) return
  await refund(context, taken)
  throw tooMany(longestMs)
}

/** Forgets what was counted, after the subject has proved itself. */
export const reset = async (
  { db, vault }: Pick<Counting, 'db' | 'vault'>,
  { limit, subject }: Use,
): Promise<void> => {
  await db.delete(rateLimits).where(eq(rateLimits.key, limitKey({ vault }, limit, subject)))
}

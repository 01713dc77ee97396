import { inArray, sql, type SQL } from 'drizzle-orm'
import type { Clock } from '../clock'
import type { Database } from '../db/database'
import { rateLimits } from '../db/schema'
import { addressGroup } from './client-address'
import type { Vault } from './vault'

/** At most `max` uses at once, and one more every `windowMs / max` milliseconds: a bucket that refills. */
export interface Limit {
  /** Keeps its buckets apart from those of other limits. */
  readonly kind: string
  /** What a subject is, in the form it is counted in (docs/limits.md). An address stands for its group. */
  readonly form:
    | 'address'
    | 'id'
    | 'mail'
    | 'mail, phone'
    | 'name'
    | 'name, address'
    | 'name, device'
    | 'phone'
    | 'phone, device'
  readonly max: number
  readonly windowMs: number
}

/** One thing to count: under which limit, and for whom. */
export interface Use {
  readonly limit: Limit
  readonly subject: string
}

/** What counting needs. */
export interface Counting {
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
  const counted = limit.form === 'address' ? addressGroup(subject) : subject
  return vault.index(counted, `limit:${limit.kind}`)
}

const spanOf = (ms: number): SQL => sql`make_interval(secs => ${ms / 1000})`

/**
 * A crash of the database may take the counts of its last half second along: they are no promise to anyone, and no
 * attempt has to wait for the disk. It holds for the transaction it is read in: only for statements on their own, so
 * not for `reset`, which is part of the deletion of an account too.
 */
export const UNSYNCED = sql`select set_config('synchronous_commit', 'off', true)`

/** A use with the key it is counted under. */
export interface Counted {
  readonly key: string
  readonly use: Use
}

/** Uses with the keys they are counted under. */
export const counted = (
  context: Pick<Counting, 'vault'>,
  uses: readonly Use[],
): readonly Counted[] =>
  uses.map((use) => ({ key: limitKey(context, use.limit, use.subject), use }))

/** The rows of these keys, locked in one order, so that no two statements wait for each other in a circle. */
const locked = (all: readonly Counted[]): SQL =>
  sql`select key from ${rateLimits} where ${inArray(
    rateLimits.key,
    all.map(({ key }) => key),
  )} order by key for update`

/** `value` of each use, by the key of a row. */
const perKey = (all: readonly Counted[], value: (use: Use) => number, key: SQL): SQL =>
  sql`case ${key} ${sql.join(
    all.map((each) => sql`when ${each.key} then ${spanOf(value(each.use))}`),
    sql` `,
  )} end`

/** After how many milliseconds one more use is allowed. */
export const perUseMs = ({ limit }: Use): number => limit.windowMs / limit.max

/** How long, in milliseconds, each of these uses has to wait; they were refused because their buckets are empty. */
export const waitsOf = async (context: Counting, refused: readonly Use[]): Promise<number[]> => {
  const nowMs = context.clock.now()
  const all = counted(context, refused)
  const keys = all.map(({ key }) => key)
  const held = await context.db.select().from(rateLimits).where(inArray(rateLimits.key, keys))
  return all.map(({ key, use }) => {
    const ends = held.find((row) => row.key === key)?.windowEnds.getTime() ?? nowMs
    return Math.max(1, ends + perUseMs(use) - use.limit.windowMs - nowMs)
  })
}

/** Takes the counts of these uses back, when they turned out to be none. */
export const refund = async (
  context: Pick<Counting, 'db' | 'vault'>,
  uses: readonly Use[],
): Promise<void> => {
  const all = counted(context, uses)
  if (all.length === 0) return
  await context.db.execute(sql`
    with unsynced as (${UNSYNCED}), held as (${locked(all)})
    update ${rateLimits} as counted set window_ends = window_ends - ${perKey(all, perUseMs, sql.raw('counted.key'))}
    from unsynced, held where held.key = counted.key`)
}

/** Forgets what was counted, after the subject has presented the right credentials. */
export const reset = async (
  context: Pick<Counting, 'db' | 'vault'>,
  uses: readonly Use[],
): Promise<void> => {
  const all = counted(context, uses)
  await context.db.execute(
    sql`delete from ${rateLimits} where key in (select key from (${locked(all)}) as held)`,
  )
}

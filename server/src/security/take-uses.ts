import { sql } from 'drizzle-orm'
import { CLOCK_SKEW_MS } from '../clock'
import { batch, records } from '../db/batch'
import { oncePerContext } from '../db/once-per-context'
import { rateLimits } from '../db/schema'
import { UNSYNCED, perUseMs, type Counted, type Counting } from './buckets'

// Thirds of a second add up to more than a whole one in microseconds.
const TOLERANCE_MS = 1

/**
 * Counts each use unless its bucket is empty, so that uses of the same moment cannot outrun the count, in a
 * statement that calls of the same moment share. Returns those that were refused; they are not counted, so that
 * the wait announced before stays true.
 */
export const takeUses = oncePerContext(({ db, clock }: Counting) => {
  const unsynced = db.$with('unsynced', {}).as(UNSYNCED)
  const uses = db.$with('uses', {}).as(
    sql`select key, at, per_use_ms * interval '1 millisecond' as per_use, longest_ms * interval '1 millisecond' as longest
        from json_to_recordset(${sql.placeholder('uses')}::json) as (
          key text, at timestamptz, per_use_ms float8, longest_ms float8)`,
  )
  // A count from before the clock was set back would keep everyone out until the clock has caught up.
  const skew = sql.raw(`interval '${CLOCK_SKEW_MS} milliseconds'`)
  const next = sql`uses.per_use + case
    when held.window_ends > uses.at + uses.longest + ${skew} then uses.at
    else greatest(held.window_ends, uses.at) end`
  // In the order of their keys, so that no two statements wait for each other in a circle.
  const taken = db.$with('taken', {}).as(
    sql`insert into ${rateLimits} as held (key, window_ends)
        select key, at + per_use from unsynced, uses order by key
        on conflict (key) do update set window_ends = (select ${next} from uses where uses.key = held.key)
          where (select ${next} <= uses.at + uses.longest from uses where uses.key = held.key)
        returning key`,
  )
  const statement = db
    .with(unsynced, uses, taken)
    .select({ key: sql<string>`key` })
    .from(sql`taken`)
    .prepare('take_uses')

  return batch({
    ask: async (calls: readonly (readonly Counted[])[]) => {
      const at = new Date(clock.now()).toISOString()
      const asked = calls.flat().map(({ key, use }) => ({
        key,
        at,
        per_use_ms: perUseMs(use),
        longest_ms: use.limit.windowMs + TOLERANCE_MS,
      }))
      const passed = new Set(
        (await statement.execute({ uses: records(asked) })).map(({ key }) => key),
      )
      return calls.map((each) => each.filter(({ key }) => !passed.has(key)))
    },
    most: 32,
    patienceMs: 100,
    rowsOf: (call) => call.map(({ key }) => key),
  })
})

import { sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { setImmediate } from 'node:timers/promises'
import type { Database } from './database'

/** Rows of one statement: a few milliseconds, after which others have their turn. */
const BATCH = 500

/**
 * Deletes the rows of `table` that `rows` selects (a condition, and an order by an index if the rows would not be found
 * by one otherwise), in statements of at most `batch` rows, each its own transaction, so that no request waits for
 * long. Rows that somebody else holds are left for another time. Ends early, between two statements, when `stop` is
 * aborted. `between` runs after each statement but the last.
 */
export const deleteInBatches = async (
  db: Pick<Database, 'execute'>,
  table: PgTable,
  rows: SQL,
  {
    stop,
    batch = BATCH,
    between = setImmediate,
  }: {
    readonly stop?: AbortSignal
    readonly batch?: number
    readonly between?: () => Promise<unknown>
  } = {},
): Promise<void> => {
  while (stop?.aborted !== true) {
    const { rows: deleted } = await db.execute(sql`
      delete from ${table} where ctid = any(array(
        select ctid from ${table} where ${rows} limit ${sql.raw(String(batch))} for update skip locked
      )) returning 1`)
    if (deleted.length < batch) return
    await between()
  }
}

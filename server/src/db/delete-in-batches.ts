import { sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { setImmediate } from 'node:timers/promises'
import type { Settings } from '../settings/types'
import type { Database } from './database'

/** Rows of one statement: a few milliseconds, after which others have their turn. */
const BATCH = 500
/** So many batches leave an embedded database something to tidy up that takes no longer than they do. */
const BATCHES_PER_TIDYING = 20

/** How rows are deleted; the defaults fit rows of a few columns. */
interface Options {
  /** Ends it early, between two statements. */
  readonly stop?: AbortSignal
  /** Rows of one statement. */
  readonly batch?: number
  /** What an embedded database tidies up in between: most rows are in the table itself. */
  readonly tidying?: { readonly table: PgTable; readonly batches: number }
}

/** Makes the room of the old row versions of a table usable again, and writes to disk what has changed. */
const tidy = async (db: Database, table: PgTable): Promise<void> => {
  await db.execute(sql`vacuum ${table}`)
  await db.execute(sql`checkpoint`)
}

/**
 * Deletes the rows of `table` that `rows` selects (a condition, and an order by an index if the rows would not be found
 * by one otherwise), in small statements, each its own transaction, so that no request waits for long. Rows that
 * another transaction has locked are left for another time.
 */
export const deleteInBatches = async (
  { db, settings }: { readonly db: Database; readonly settings: Pick<Settings, 'database'> },
  table: PgTable,
  rows: SQL,
  { stop, batch = BATCH, tidying = { table, batches: BATCHES_PER_TIDYING } }: Options = {},
): Promise<void> => {
  for (let batches = 1; stop?.aborted !== true; batches++) {
    const { rows: deleted } = await db.execute(sql`
      delete from ${table} where ctid = any(array(
        select ctid from ${table} where ${rows} limit ${sql.raw(String(batch))} for update skip locked
      )) returning 1`)
    if (deleted.length < batch) return
    if (settings.database.kind === 'embedded' && batches % tidying.batches === 0) {
      await tidy(db, tidying.table)
    }
    await setImmediate()
  }
}

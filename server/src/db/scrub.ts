import { sql } from 'drizzle-orm'
import type { Database } from './database'

/**
 * Removes what deleted rows leave behind in the files of an embedded database: old row versions in the
 * tables, and their copies in the write-ahead log. Rewrites every table, so it takes about a second for a
 * small database and longer for a large one. On a PostgreSQL server autovacuum and the log's own
 * recycling do this in their time, and the command is its operator's.
 */
export const scrubDeletedRows = async (db: Database): Promise<void> => {
  await db.execute(sql`vacuum full`)
  // The log before this point goes with the checkpoint, because open.ts forbids recycling its files.
  await db.execute(sql`select pg_switch_wal()`)
  await db.execute(sql`checkpoint`)
}

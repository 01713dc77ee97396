import { sql } from 'drizzle-orm'
import { setImmediate } from 'node:timers/promises'
import type { Database } from './database'
import { rewritesDue } from './schema'

/** PGlite rewrites so much of a table with many indexes in some 40 ms, in the thread that answers everyone. */
const REWRITTEN_AT_ONCE_BYTES = 1024 * 1024

interface Table {
  readonly name: string
  readonly bytes: number
}

// Not the bytes of files: without the key, which is in the small row beside them, what is left of them cannot be read.
const tablesOf = async (db: Database): Promise<Table[]> => {
  const { rows } = await db.execute<{ name: string; bytes: number }>(sql`
    select relname as name, pg_total_relation_size(oid)::float8 as bytes from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'file_bytes'`)
  return rows
}

const rewrite = (db: Database, name: string) => db.execute(sql`vacuum full ${sql.identifier(name)}`)

// The log before this point goes with the checkpoint, because open.ts forbids recycling its files.
const dropLog = async (db: Database): Promise<void> => {
  await db.execute(sql`select pg_switch_wal()`)
  await db.execute(sql`checkpoint`)
}

/**
 * Removes what deleted rows leave behind in the files of an embedded database: old row versions in the tables, and
 * their copies in the write-ahead log. PGlite does one thing at a time, and rewriting a large table takes seconds, so
 * only small ones are rewritten now, one statement each; the next start rewrites the others (`finishScrub`). On a
 * PostgreSQL server autovacuum and the log's own recycling do this in their time, and the command is its operator's.
 */
export const scrubDeletedRows = async (db: Database): Promise<void> => {
  for (const { name, bytes } of await tablesOf(db)) {
    if (bytes <= REWRITTEN_AT_ONCE_BYTES) await rewrite(db, name)
    else await db.insert(rewritesDue).values({ tableName: name }).onConflictDoNothing()
    await setImmediate()
  }
  await dropLog(db)
}

/** Rewrites the tables of an embedded database that were too large for it while requests came: at start, none wait. */
export const finishScrub = async (db: Database): Promise<void> => {
  const due = await db.select().from(rewritesDue)
  if (due.length === 0) return
  for (const { tableName } of due) await rewrite(db, tableName)
  await db.delete(rewritesDue)
  await rewrite(db, 'rewrites_due')
  await dropLog(db)
}

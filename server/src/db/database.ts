import type { NodePgDatabase } from 'drizzle-orm/node-postgres'

/**
 * The one query interface of the server. Both drivers speak PostgreSQL and answer `execute` with
 * `{ rows }`, so the type of one of them stands for both.
 */
export type Database = NodePgDatabase

/** A database that is open; `close` ends its connections and releases the data folder. */
export interface OpenDatabase {
  readonly db: Database
  /** The same database for migrations, which may take minutes: without the timeouts of requests. */
  readonly patient: Database
  readonly close: () => Promise<void>
}

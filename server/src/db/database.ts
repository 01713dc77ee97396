import type { NodePgDatabase } from 'drizzle-orm/node-postgres'

/**
 * The one query interface of the server. Both drivers speak PostgreSQL and answer `execute` with
 * `{ rows }`, so the type of one of them stands for both.
 */
export type Database = NodePgDatabase

/** A database that is open; `close` ends its connections and gives the data folder back. */
export interface OpenDatabase {
  readonly db: Database
  readonly close: () => Promise<void>
}

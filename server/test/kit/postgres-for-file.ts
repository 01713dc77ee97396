import { sql } from 'drizzle-orm'
import type { Database, OpenDatabase } from '../../src/db/database'
import { migrate } from '../../src/db/migrate'
import { openDatabase } from '../../src/db/open'
import { anyPostgres } from './any-postgres'

// A cluster of its own is made first, unless there is one.
const OPENS_WITHIN_MS = 120_000

/** A migrated database on PostgreSQL, for tests of what waits for what. */
export interface FilePostgres {
  readonly db: Database
  /** How many statements wait for a lock just now. */
  readonly waiting: () => Promise<number>
}

/**
 * Such a database for all tests of the file that calls this, outside of its groups: opened before the first test,
 * closed after the hooks of the groups. `db` throws until then.
 */
export const postgresForFile = (): FilePostgres => {
  let cluster: Awaited<ReturnType<typeof anyPostgres>> | undefined
  let database: OpenDatabase | undefined
  const opened = (): Database => {
    if (database === undefined) throw new Error('The database opens before the first test.')
    return database.db
  }
  beforeAll(async () => {
    cluster = await anyPostgres()
    database = await openDatabase({ kind: 'postgres', url: await cluster.createDatabase() })
    await migrate(database.db)
  }, OPENS_WITHIN_MS)
  afterAll(async () => {
    await database?.close()
    await cluster?.stop()
  })
  return {
    get db() {
      return opened()
    },
    waiting: async () => {
      const { rows } = await opened().execute<{ waiting: number }>(
        sql`select count(*)::int as waiting from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return rows[0]?.waiting ?? 0
    },
  }
}

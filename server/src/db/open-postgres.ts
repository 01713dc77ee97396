import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool, type PoolConfig } from 'pg'
import type { Database, OpenDatabase } from './database'
import { notLetIn, unfit, type PostgresTraits } from './postgres-faults'
import { DatabaseUnreachable, isDatabaseTrouble } from './trouble'

const SECOND_MS = 1_000

// A parameter of the same name in DATABASE_URL wins.
const COMMON = {
  connectionTimeoutMillis: 3 * SECOND_MS,
  idle_in_transaction_session_timeout: 10 * SECOND_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10 * SECOND_MS,
} as const

const FOR_REQUESTS: PoolConfig = {
  ...COMMON,
  max: 10,
  lock_timeout: 2 * SECOND_MS,
  statement_timeout: 5 * SECOND_MS,
  // For a server that is silent, because its machine or the network is gone: later than its own timeout.
  query_timeout: 7 * SECOND_MS,
}

// Processes that start together wait here for the one that migrates, and an index of a large table takes its time.
const FOR_MIGRATIONS: PoolConfig = {
  ...COMMON,
  max: 1,
  lock_timeout: 120 * SECOND_MS,
  statement_timeout: 600 * SECOND_MS,
  query_timeout: 660 * SECOND_MS,
}

const openPool = (url: string, config: PoolConfig): Pool => {
  const pool = new Pool({ connectionString: url, ...config })
  // Without a listener, the end of a connection ends the process. pg-pool listens to idle ones only, and reports those
  // on the pool; of a borrowed one its statement rejects, and the pool opens another.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/**
 * Transactions over `pool`. Drizzle's own never returns a connection whose BEGIN fails, and returns one whose ROLLBACK
 * failed, or that still waits for an answer, as if it were sound; this one closes it.
 */
const transactionsOver =
  (pool: Pool): Database['transaction'] =>
  async (work, config) => {
    const client = await pool.connect().catch((cause: unknown) => {
      throw new DatabaseUnreachable('No connection to the database.', { cause })
    })
    let isSound = true
    try {
      return await drizzle(client).transaction(work, config)
    } catch (error) {
      isSound = !isDatabaseTrouble(error)
      throw error
    } finally {
      client.release(!isSound)
    }
  }

const over = (pool: Pool): Database => {
  const db = drizzle(pool)
  db.transaction = transactionsOver(pool)
  return db
}

const TRAITS = `select current_setting('server_encoding') as encoding, current_setting('DateStyle') as dates,
  current_setting('server_version_num')::int as version`

// An async function: files that the address names are read, and missed, before there is a promise.
const traitsOf = async (pool: Pool): Promise<PostgresTraits[]> =>
  (await pool.query<PostgresTraits>(TRAITS)).rows

/**
 * Opens the PostgreSQL at `url`, not yet migrated. Rejects with a `StartupFault` when it does not let us in, is too old
 * or has another encoding than UTF-8.
 */
export const openPostgres = async (url: string): Promise<OpenDatabase> => {
  const pool = openPool(url, FOR_REQUESTS)
  const forMigrations = openPool(url, FOR_MIGRATIONS)
  const close = async () => {
    await Promise.all([pool.end(), forMigrations.end()])
  }
  const fault = await traitsOf(pool).then((rows) => rows.map(unfit)[0] ?? null, notLetIn)
  if (fault !== null) {
    await close()
    throw fault
  }
  return { db: over(pool), patient: over(forMigrations), close }
}

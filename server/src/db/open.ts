import { PGlite } from '@electric-sql/pglite'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { join } from 'node:path'
import { Pool } from 'pg'
import { errorCode } from '../error-code'
import { StartupFault } from '../settings/fault'
import type { DatabaseSettings } from '../settings/types'
import { prepareDataDir } from './data-dir'
import type { Database, OpenDatabase } from './database'
import { holdFolder } from './folder-lock'
import { keepPlans } from './pglite-plans'

const CONNECTIONS_PER_PROCESS = 10
const CONNECT_TIMEOUT_MS = 5_000

/** An open PGlite as our database; the caller owns the folder it lives in. */
export const overPglite = (client: PGlite): Database =>
  drizzlePglite(keepPlans(client)) as unknown as Database

const openEmbedded = async (dataDir: string): Promise<OpenDatabase> => {
  await prepareDataDir(dataDir)
  const release = await holdFolder(dataDir)
  try {
    const client = await PGlite.create({
      dataDir: join(dataDir, 'pglite'),
      // A recycled log file keeps its old content, deleted accounts included: see scrub.ts.
      startParams: [...PGlite.defaultStartParams, '-c', 'wal_recycle=off'],
    })
    return {
      db: overPglite(client),
      close: async () => {
        await client.close()
        await release()
      },
    }
  } catch (error) {
    await release()
    throw new StartupFault(
      `The database in DATA_DIR ${dataDir} does not open (${error instanceof Error ? error.message : 'unknown'}): restore a backup, or set DATA_DIR to an empty folder.`,
    )
  }
}

const openPostgres = async (url: string): Promise<OpenDatabase> => {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS_PER_PROCESS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  // An idle connection that PostgreSQL ends must not end the process; the pool opens another.
  pool.on('error', () => undefined)
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    const reason = errorCode(error) ?? 'no answer'
    throw new StartupFault(
      `The PostgreSQL that DATABASE_URL names does not let us in (${reason}): start it and check address, user and password.`,
    )
  }
  return { db: drizzlePostgres(pool), close: () => pool.end() }
}

/** Opens the configured database, not yet migrated. Throws a `StartupFault` when it cannot. */
export const openDatabase = (settings: DatabaseSettings): Promise<OpenDatabase> =>
  settings.kind === 'embedded' ? openEmbedded(settings.dataDir) : openPostgres(settings.url)

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migratedFolder } from './migrated-folder'
import { createDatabase } from './postgres'

/** A database for a server that a test starts whole. */
export interface ServerDatabase {
  /** The settings that lead a server to it. */
  readonly env: Readonly<Record<string, string>>
  /** Removes it; PostgreSQL's goes with its cluster. */
  readonly remove: () => Promise<void>
}

/** A database in the folder that `make` makes, or under `npm run test:postgres` an empty one on that PostgreSQL. */
const databaseIn = async (make: () => Promise<string>): Promise<ServerDatabase> => {
  const server = process.env['TEST_POSTGRES_URL']
  if (server !== undefined) {
    return { env: { DATABASE_URL: await createDatabase(server) }, remove: async () => undefined }
  }
  const folder = await make()
  return { env: { DATA_DIR: folder }, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** One with nothing in it yet, not even tables. */
export const emptyDatabase = () => databaseIn(() => mkdtemp(join(tmpdir(), 'server-')))

/** One that a start need not make first, which takes PGlite ten seconds. */
export const readyDatabase = () => databaseIn(migratedFolder)

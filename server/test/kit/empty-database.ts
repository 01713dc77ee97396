import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase } from './postgres'

/** A database with nothing in it yet, not even tables, for a server that a test starts whole. */
export interface EmptyDatabase {
  /** The settings that lead a server to it. */
  readonly env: Readonly<Record<string, string>>
  /** Removes it; PostgreSQL's goes with its cluster. */
  readonly remove: () => Promise<void>
}

/** A new folder for PGlite, or under `npm run test:postgres` a new database on that PostgreSQL. */
export const emptyDatabase = async (): Promise<EmptyDatabase> => {
  const server = process.env['TEST_POSTGRES_URL']
  if (server !== undefined)
    return { env: { DATABASE_URL: await createDatabase(server) }, remove: async () => undefined }
  const folder = await mkdtemp(join(tmpdir(), 'server-'))
  return { env: { DATA_DIR: folder }, remove: () => rm(folder, { recursive: true, force: true }) }
}

import { PGlite } from '@electric-sql/pglite'
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OpenDatabase } from '../../src/db/database'
import { migrate } from '../../src/db/migrate'
import { openDatabase } from '../../src/db/open'
import { overPglite } from '../../src/db/open-embedded'
import { createDatabase } from './postgres'

const CACHE = fileURLToPath(new URL('../../../.cache/server-test', import.meta.url))
const MIGRATIONS = fileURLToPath(new URL('../../src/db/migrations', import.meta.url))

const migrationsHash = async (): Promise<string> => {
  const hash = createHash('sha256')
  for (const name of (await readdir(MIGRATIONS)).sort())
    hash.update(await readFile(join(MIGRATIONS, name)))
  return hash.digest('hex').slice(0, 16)
}

/**
 * The image of a migrated, empty PGlite. Making one takes seconds and loading it half a second, so it
 * is kept between test files and runs, by the hash of the migrations.
 */
const migratedImage = async (): Promise<Buffer> => {
  const path = join(CACHE, `pglite-${await migrationsHash()}.tar`)
  return readFile(path).catch(async () => {
    const client = await PGlite.create()
    await migrate(overPglite(client))
    const image = Buffer.from(await (await client.dumpDataDir('none')).arrayBuffer())
    await client.close()
    await mkdir(CACHE, { recursive: true })
    const draft = join(CACHE, randomUUID())
    await writeFile(draft, image)
    await rename(draft, path)
    return image
  })
}

/** A database for one test file, and the environment that names it to `readSettings`. */
export interface TestDatabase extends Pick<OpenDatabase, 'db' | 'close'> {
  readonly env: Readonly<Record<string, string>>
}

const openOnPostgres = async (server: string): Promise<TestDatabase> => {
  const url = await createDatabase(server)
  const database = await openDatabase({ kind: 'postgres', url })
  await migrate(database.db)
  return { ...database, env: { DATABASE_URL: url } }
}

/**
 * A migrated, empty database of its own for one test file: PGlite in memory, or on the PostgreSQL that
 * TEST_POSTGRES_URL names, see on-postgres.ts.
 */
export const openTestDatabase = async (): Promise<TestDatabase> => {
  const server = process.env['TEST_POSTGRES_URL']
  if (server !== undefined) return openOnPostgres(server)
  const image = new Blob([new Uint8Array(await migratedImage())])
  const client = await PGlite.create({ loadDataDir: image })
  return { db: overPglite(client), close: () => client.close(), env: {} }
}

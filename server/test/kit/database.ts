import { PGlite } from '@electric-sql/pglite'
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenDatabase } from '../../src/db/database'
import { migrate } from '../../src/db/migrate'
import { openDatabase } from '../../src/db/open'
import { overPglite } from '../../src/db/open-embedded'
import { CACHE, migrationsHash } from './migrations-hash'
import { createDatabase } from './postgres'

// PGlite's own 128 MB, and log files of 16 MB, are filled with zeros for every test file.
const START = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB']
const INITDB = ['--wal-segsize=1']

/**
 * The image of a migrated, empty PGlite. Making one takes ten seconds and loading it one, so it is kept between test
 * files and runs, by the hash of the migrations.
 */
const migratedImage = async (): Promise<Buffer> => {
  const path = join(CACHE, `pglite-${await migrationsHash()}.tar`)
  return readFile(path).catch(async () => {
    const client = await PGlite.create({ startParams: START, initDbStartParams: INITDB })
    await migrate(overPglite(client))
    // No test makes a database in PGlite, and half of the image would be these.
    for (const name of ['template0', 'template1']) {
      await client.exec(`UPDATE pg_database SET datistemplate = false WHERE datname = '${name}'`)
      await client.exec(`DROP DATABASE ${name}`)
    }
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
  const client = await PGlite.create({ startParams: START, loadDataDir: image })
  return { db: overPglite(client), close: () => client.close(), env: {} }
}

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where migrated databases are kept between test files and runs. */
export const CACHE = fileURLToPath(new URL('../../../.cache/server-test', import.meta.url))

const SERVER = fileURLToPath(new URL('../..', import.meta.url))
const MIGRATIONS = join(SERVER, 'src/db/migrations')

/** A hash of what a migrated, empty database depends on: the migrations, and the versions of the server's packages. */
export const migrationsHash = async (): Promise<string> => {
  const hash = createHash('sha256')
  hash.update(await readFile(join(SERVER, 'package.json')))
  for (const name of (await readdir(MIGRATIONS)).sort()) {
    hash.update(await readFile(join(MIGRATIONS, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

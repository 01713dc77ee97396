import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CACHE, migrationsHash } from './migrations-hash'
import { startServerProcess } from './server-process'

const exists = (path: string) => stat(path).then(Boolean, () => false)

/** Makes an empty, migrated database by starting the server on it once. The second to finish removes its own. */
const makeTemplate = async (path: string) => {
  await mkdir(CACHE, { recursive: true })
  const draft = await mkdtemp(join(CACHE, 'draft-'))
  const server = await startServerProcess({ DATA_DIR: draft })
  await server.stop()
  await rename(draft, path).catch(() => rm(draft, { recursive: true }))
}

/**
 * A new DATA_DIR with an empty, migrated database: a copy of one that is made once per schema, because PGlite takes ten
 * seconds to make it. The caller deletes it.
 */
export const migratedFolder = async (): Promise<string> => {
  const template = join(CACHE, `folder-${await migrationsHash()}`)
  if (!(await exists(template))) await makeTemplate(template)
  const folder = await mkdtemp(join(tmpdir(), 'server-'))
  await cp(template, folder, { recursive: true })
  return folder
}

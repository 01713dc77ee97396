import { cp, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fingerprint } from '../../scripts/build/fingerprint'
import { startServerProcess } from '../../server/test/kit/server-process'

const TEMPLATES = '.cache/test'
const SCHEMA = ['server/src/db', 'server/package.json']

const exists = (path: string) => stat(path).then(Boolean, () => false)

/** Makes an empty, migrated database by starting the server on it once. The second to finish removes its own. */
const makeTemplate = async (path: string) => {
  await mkdir(TEMPLATES, { recursive: true })
  const draft = await mkdtemp(join(TEMPLATES, 'draft-'))
  const server = await startServerProcess({
    DATA_DIR: join(process.cwd(), draft),
  })
  await server.stop()
  await rename(draft, path).catch(() => rm(draft, { recursive: true }))
}

/**
 * A folder with an empty, migrated database: a copy of one that is made once per schema, because making it takes
 * longer than most tests. The caller deletes it.
 */
export const newDatabaseFolder = async (): Promise<string> => {
  const template = join(TEMPLATES, `database-${fingerprint(SCHEMA).slice(0, 16)}`)
  if (!(await exists(template))) await makeTemplate(template)
  const folder = await mkdtemp(join(tmpdir(), 'e2e-'))
  await cp(template, folder, { recursive: true })
  return folder
}

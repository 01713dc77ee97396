import { spawnSync } from 'node:child_process'
import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { RECORD } from './record'
import type { Source } from './source'

const MODULES = 'node_modules'

/** Makes the project again, in the folder of this version of the template, with the answers that the project records. */
export const replay = (root: string, { folder, commit }: Source): void => {
  const modules = join(folder, MODULES)
  symlinkSync(join(root, MODULES), modules, 'junction')
  const record = join(root, RECORD)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...['--import', 'tsx', 'scripts/setup/main.ts', '--replay', record],
      ...(commit === undefined ? [] : ['--commit', commit]),
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  rmSync(modules)
  if (status !== 0) throw new Error(`This version's setup failed:\n${stdout}${stderr}`)
}

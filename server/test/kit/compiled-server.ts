import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const SERVER = fileURLToPath(new URL('../../', import.meta.url))

/** The compiled server in a folder of its own, laid out as in the image. */
export interface CompiledServer {
  /** The absolute path of one of its programs. */
  readonly program: (name: 'main' | 'accounts' | 'rotate-keys') => string
  readonly remove: () => Promise<void>
}

/** Runs `npm run build -w server` and copies what it wrote to where no package of this repository is found. */
export const compileServer = async (): Promise<CompiledServer> => {
  await run(process.execPath, ['--import', 'tsx', 'build/main.ts'], { cwd: SERVER })
  const home = await mkdtemp(join(tmpdir(), 'compiled-'))
  await cp(join(SERVER, 'dist'), join(home, 'server/dist'), { recursive: true })
  await cp(join(SERVER, '../cloud'), join(home, 'cloud'), { recursive: true })
  return {
    program: (name) => join(home, 'server/dist/app', `${name}.mjs`),
    remove: () => rm(home, { recursive: true, force: true }),
  }
}

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

interface Project {
  readonly config: string
  /** Folders without which there is nothing to check. */
  readonly needs: readonly string[]
}

/** Every program of the project: each target of the app, what runs in Node, and what a project may do without. */
const PROJECTS: readonly Project[] = [
  { config: 'src/tsconfig.json', needs: [] },
  { config: 'src/tsconfig.h5.json', needs: [] },
  { config: 'tsconfig.json', needs: [] },
  { config: 'server/tsconfig.json', needs: ['server/src'] },
  { config: 'simulator/tsconfig.json', needs: ['simulator/main.ts'] },
  // The declarations that the package ships: a type that cannot be named in one is an error here only.
  { config: 'simulator/package/tsconfig.types.json', needs: ['simulator/main.ts'] },
  { config: 'test/tsconfig.json', needs: ['server/src', 'simulator/main.ts'] },
]

const isThere = ({ config, needs }: Project) => [config, ...needs].every((path) => existsSync(path))

/** What is kept between two checks, so that the next one looks at what changed. */
const keptIn = (config: string) => `.cache/types/${config.replace(/\W/g, '-')}.tsbuildinfo`

// TypeScript 7 checks in a quarter of the time; ESLint and the examples' check need the API, which 5.9 has. By its
// path, because both bring a command `tsc`.
const manifest = createRequire(import.meta.url).resolve('typescript-7/package.json')
const COMPILER = join(dirname(manifest), 'bin/tsc')

const check = ({ config }: Project) =>
  spawnSync(
    process.execPath,
    [COMPILER, '-p', config, '--incremental', '--tsBuildInfoFile', keptIn(config)],
    { stdio: 'inherit' },
  )

const failed = PROJECTS.filter(isThere).filter((project) => check(project).status !== 0)
process.exitCode = failed.length === 0 ? 0 : 1

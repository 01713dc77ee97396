import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The Jest project whose related tests run. */
export type Project = 'app' | 'server' | 'simulator'

/** A folder whose code is mutated, and what judges it. */
export interface Area {
  readonly folder: string
  readonly project: Project
  /** The compiler options that a mutant has to pass. */
  readonly tsconfig: string
}

const server = { project: 'server', tsconfig: 'server/tsconfig.json' } as const

/** Every folder that is mutated. */
export const areas: readonly Area[] = [
  { folder: 'src/auth', project: 'app', tsconfig: 'src/tsconfig.json' },
  { folder: 'src/baas', project: 'app', tsconfig: 'src/tsconfig.json' },
  { folder: 'server/src/accounts', ...server },
  { folder: 'server/src/sessions', ...server },
  { folder: 'server/src/security', ...server },
  { folder: 'server/src/wechat', ...server },
  { folder: 'simulator/platform', project: 'simulator', tsconfig: 'simulator/tsconfig.json' },
]

/** The TypeScript files of an area, as paths from the root of the repository, sorted. */
export const filesOf = ({ folder }: Pick<Area, 'folder'>): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))
    .sort()

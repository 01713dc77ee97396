import { existsSync } from 'node:fs'
import { cp, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const NOT_RUN = /\.(map|md|d\.[cm]?ts)$/

/** The folder of the package `name` as Node finds it from the folder `from`, null when it is not installed. */
const folderOf = (name: string, from: string): string | null => {
  const above = createRequire(join(from, 'package.json')).resolve.paths(name) ?? []
  return above.map((modules) => join(modules, name)).find((folder) => existsSync(folder)) ?? null
}

const manifestIn = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest

/**
 * Copies the packages `names` and all they depend on, as installed here, flat into the folder `target`. Of optional
 * ones, binaries for a platform, those that are installed. Throws when another is missing.
 */
export const copyPackages = async (names: readonly string[], target: string): Promise<void> => {
  const copied = new Map<string, string>()
  const copy = async (name: string, from: string, need: 'required' | 'optional') => {
    const folder = folderOf(name, from)
    if (folder === null && need === 'optional') return
    if (folder === null) throw new Error(`${name} is not installed: run "npm ci" first.`)
    const earlier = copied.get(name)
    if (earlier === folder) return
    if (earlier !== undefined) throw new Error(`Two versions of ${name} are needed.`)
    copied.set(name, folder)
    await cp(folder, join(target, name), {
      recursive: true,
      filter: (file) => !NOT_RUN.test(file) && !file.slice(folder.length).includes('node_modules'),
    })
    const { dependencies, optionalDependencies = {} } = await manifestIn(folder)
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
      await copy(needed, folder, needed in optionalDependencies ? 'optional' : 'required')
    }
  }
  for (const name of names) await copy(name, dirname(target), 'required')
}

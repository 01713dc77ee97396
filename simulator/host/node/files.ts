import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Files } from '../core/ports'

/** The files under a folder; a folder that does not exist is an error that says what to build. */
export const filesIn = (folder: string): Files => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Error(`There is no bundle at ${folder}: build it first (npm run build:weapp).`)
  }
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
  const known = new Set(names)
  return {
    read: (path) => (known.has(path) ? readFileSync(join(folder, path), 'utf8') : undefined),
    list: () => names,
  }
}

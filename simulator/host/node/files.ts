import { readFileSync, readdirSync, statSync, type Dirent } from 'node:fs'
import { join } from 'node:path'
import type { Files } from '../core/ports'

/** What lies beside a mini-program and is no part of it (guide "npm": node_modules is neither compiled nor packed). */
export const isForeign = ({ name }: Pick<Dirent, 'name'>): boolean =>
  name === 'node_modules' || name.startsWith('.')

const namesIn = (folder: string, under = ''): readonly string[] =>
  readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    if (isForeign(entry)) return []
    const path = under === '' ? entry.name : `${under}/${entry.name}`
    if (entry.isDirectory()) return namesIn(folder, path)
    return entry.isFile() ? [path] : []
  })

/** Whether there is such a folder. */
export const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** The files under a folder; a folder that does not exist is an error that says what to build. */
export const filesIn = (folder: string): Files => {
  if (!isFolder(folder)) {
    throw new Error(`There is no folder ${folder}: build the mini-program first.`)
  }
  const names = [...namesIn(folder)].sort()
  const known = new Set(names)
  return {
    read: (path) => (known.has(path) ? readFileSync(join(folder, path), 'utf8') : undefined),
    bytes: (path) => (known.has(path) ? readFileSync(join(folder, path)) : undefined),
    list: () => names,
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { git } from '../git/git'

/** A file for a person to decide about. */
export interface Conflict {
  readonly path: string
  readonly kind:
    /** Git has marked in the file where both sides changed it. */
    | 'marked'
    /** Both sides changed what is no text: the project's is there. */
    | 'not text'
    /** The template removed it, and the project had changed it: the project's is there. */
    | 'removed by the template'
    /** Both sides moved it, or something else lies where it belongs. */
    | 'moved'
}

/** What a merge has left undone: by path, the versions that git holds of it (1 before, 2 the project's, 3 the template's). */
const unmergedIn = (root: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const line of git(root, ['ls-files', '--unmerged', '-z']).split('\0')) {
    const [, stage = '', path = ''] = /^\S+ \S+ ([123])\t([^]*)$/.exec(line) ?? []
    if (path !== '') found.set(path, (found.get(path) ?? '') + stage)
  }
  return found
}

const isMarked = (root: string, path: string): boolean =>
  existsSync(join(root, path)) && /^<{7}/m.test(readFileSync(join(root, path), 'latin1'))

const kindOf = (root: string, path: string, stages: string): Conflict['kind'] => {
  if (stages === '12') return 'removed by the template'
  if (stages.endsWith('23')) return isMarked(root, path) ? 'marked' : 'not text'
  return 'moved'
}

/** What a person has to decide, after a merge that did not end by itself. */
export const conflictsIn = (root: string): Conflict[] =>
  [...unmergedIn(root)].map(([path, stages]) => ({ path, kind: kindOf(root, path, stages) }))

const listed = (root: string, args: readonly string[]): string[] =>
  git(root, [...args, '-z'])
    .split('\0')
    .filter((path) => path !== '')

const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** Every folder that holds one of these files, itself or deeper; '' is the project's. */
const foldersOf = (paths: readonly string[]): ReadonlySet<string> => {
  const folders = new Set([''])
  for (const path of paths) {
    for (let folder = parentOf(path); !folders.has(folder); folder = parentOf(folder)) {
      folders.add(folder)
    }
  }
  return folders
}

/**
 * What the project removed and the template has changed or added since, at its path in the merge: files that the
 * project deleted, and new ones in folders that it deleted whole.
 * @param before the project's commit that the merge began at
 * @param change the commit with the template's change
 */
export const removedByProject = (root: string, before: string, change: string): string[] => {
  const changed = [...unmergedIn(root)].filter(([, it]) => it === '13').map(([path]) => path)
  const [had, has] = [`${change}^`, before].map((commit) =>
    foldersOf(listed(root, ['ls-tree', '-r', '--name-only', commit])),
  )
  const tracked = new Set(listed(root, ['ls-files']))
  const isAlone = (path: string): boolean => {
    let folder = parentOf(path)
    while (had?.has(folder) === false) folder = parentOf(folder)
    return has?.has(folder) === false
  }
  const added = listed(root, [
    ...['diff', '--name-only', '--no-renames', '--diff-filter=A'],
    ...[`${change}^`, change],
  ])
  const alone = added.filter((path) => tracked.has(path) && isAlone(path))
  return [...new Set([...changed, ...alone])].sort()
}

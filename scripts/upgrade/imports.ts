import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { git } from '../git/git'

/** An import that named a file by where the template had it before. */
export interface Followed {
  readonly path: string
  readonly was: string
  readonly now: string
}

const CODE = /(\.(weapp|h5))?\.[cm]?[jt]sx?$/
const READ = /\.([cm]?[jt]sx?|scss)$/
const RELATIVE = /(?<=(['"]))\.{1,2}\/[^'"\s]+(?=\1)/g

/** What an import may call a file: its path, and for code also what is left without the ending, or without /index. */
const namesOf = (path: string): readonly string[] => {
  if (!CODE.test(path)) return [path]
  const stem = path.replace(CODE, '')
  return [path, stem, ...(stem.endsWith('/index') ? [posix.dirname(stem)] : [])]
}

const listed = (root: string, args: readonly string[]): string[] =>
  git(root, [...args, '-z']).split('\0')

/** Old names to new ones, of the files that the template moved and the merge has at their new place only. */
const movedNames = (root: string, change: string, files: readonly string[]) => {
  const there = new Set(files.flatMap(namesOf))
  const words = listed(root, [
    ...['diff', '--name-status', '--diff-filter=R', '--find-renames', '-l10000'],
    ...[`${change}^`, change],
  ])
  const moved = new Map<string, string>()
  for (let at = 0; at + 2 < words.length; at += 3) {
    const [from = '', to = ''] = words.slice(at + 1)
    if (!there.has(to)) continue
    const [, stem = to, folder = stem] = namesOf(to)
    namesOf(from).forEach((name, nth) => {
      if (!there.has(name)) moved.set(name, [to, stem, folder][nth] ?? to)
    })
  }
  return moved
}

/**
 * Rewrites the relative imports of files that the template moved, wherever the project still has the old path: in files
 * of its own, which no merge changes. Returns what was rewritten; nothing is put into git's index.
 * @param change the commit with the template's change
 */
export const followMoved = (root: string, change: string): Followed[] => {
  const files = listed(root, ['ls-files']).filter((path) => existsSync(join(root, path)))
  const moved = movedNames(root, change, files)
  if (moved.size === 0) return []
  return files
    .filter((path) => READ.test(path))
    .flatMap((path) => {
      const folder = posix.dirname(path)
      const followed: Followed[] = []
      const text = readFileSync(join(root, path), 'utf8')
      const mended = text.replace(RELATIVE, (was) => {
        const target = moved.get(posix.join(folder, was))
        if (target === undefined) return was
        const relative = posix.relative(folder, target)
        const now = relative.startsWith('.') ? relative : `./${relative}`
        followed.push({ path, was, now })
        return now
      })
      if (mended !== text) writeFileSync(join(root, path), mended)
      return followed
    })
}

import {
  constants,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { git } from '../git/git'

interface Options {
  /** Whether files that .gitignore names are left out. */
  readonly ignored: 'out' | 'in'
  /** A tree whose files keep their modes; undefined where the modes on the disk mean something. */
  readonly modesOf?: string | undefined
}

/** A folder's files as a tree among the project's git objects; branch, index and files of the project stay as they are. */
export const treeOf = (root: string, folder: string, { ignored, modesOf }: Options): string => {
  const home = mkdtempSync(join(tmpdir(), 'upgrade-index-'))
  const env = {
    GIT_DIR: resolve(root, git(root, ['rev-parse', '--git-dir'])),
    GIT_WORK_TREE: folder,
    GIT_INDEX_FILE: join(home, 'index'),
  }
  const modes = modesOf === undefined ? [] : ['-c', 'core.fileMode=false']
  const force = ignored === 'in' ? ['--force'] : []
  try {
    if (modesOf !== undefined) git(folder, ['read-tree', modesOf], { env })
    git(folder, [...modes, 'add', '--all', ...force, '.'], { env })
    return git(folder, ['write-tree'], { env })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** The files that a project keeps with CRLF at the end of each line. */
const pathsWithCrlf = (root: string): string[] =>
  git(root, ['ls-files', '--eol', '-z'])
    .split('\0')
    .filter((line) => line.startsWith('i/crlf'))
    .map((line) => line.slice(line.indexOf('\t') + 1))

/** Ends the lines of files as the project does: else each line of them would be changed on both sides. */
const endLinesWithCrlf = (folder: string, paths: readonly string[]): void => {
  for (const path of paths.map((it) => join(folder, it)).filter((it) => existsSync(it))) {
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\r?\n/g, '\r\n'))
  }
}

/** Whether every file of a folder is executable, as on a drive of Windows: such a mode says nothing. */
const hasNoModes = (folder: string): boolean => {
  const path = join(folder, 'package.json')
  return existsSync(path) && (statSync(path).mode & constants.S_IXUSR) !== 0
}

/**
 * Two commits beside the project's history: the project as the older template makes it, and as the newer one does.
 * Returns the second; undefined when both are the same.
 */
export const commitBoth = (
  root: string,
  base: string,
  newer: string,
  message: string,
): string | undefined => {
  const crlf = pathsWithCrlf(root)
  for (const folder of [base, newer]) endLinesWithCrlf(folder, crlf)
  const before = treeOf(root, base, { ignored: 'in' })
  const modesOf = hasNoModes(newer) ? before : undefined
  const after = treeOf(root, newer, { ignored: 'in', modesOf })
  if (before === after) return undefined
  const parent = git(root, ['commit-tree', before, '-m', 'What the template was'])
  return git(root, ['commit-tree', after, '-p', parent, '-m', message])
}

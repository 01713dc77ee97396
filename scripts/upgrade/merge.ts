import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { git, gitPasses } from '../git/git'

/** Files of JSON that are merged key by key: two packages added side by side are no conflict. */
const JSON_FILES = [
  ...['package.json', 'server/package.json', 'simulator/package.json', 'package-lock.json'],
  ...['template.json', 'palette.json', 'project.config.json'],
]
const DRIVER = fileURLToPath(new URL('./merge-json.mjs', import.meta.url))

/** A folder's files as a tree among the project's git objects; branch, index and files of the project stay as they are. */
const treeOf = (root: string, folder: string): string => {
  const home = mkdtempSync(join(tmpdir(), 'upgrade-index-'))
  const env = {
    GIT_DIR: resolve(root, git(root, ['rev-parse', '--git-dir'])),
    GIT_WORK_TREE: folder,
    GIT_INDEX_FILE: join(home, 'index'),
  }
  try {
    git(folder, ['add', '--all', '--force', '.'], { env })
    return git(folder, ['write-tree'], { env })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
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
  const [before, after] = [treeOf(root, base), treeOf(root, newer)]
  if (before === after) return undefined
  const parent = git(root, ['commit-tree', before, '-m', 'What the template was'])
  return git(root, ['commit-tree', after, '-p', parent, '-m', message])
}

const conflictsIn = (root: string): string[] => {
  const listed = git(root, ['diff', '--name-only', '--diff-filter=U', '-z'])
  return [...new Set(listed.split('\0').filter((path) => path !== ''))]
}

/** Puts the change that a commit makes onto the branch checked out. Returns the files in conflict, for a person to mend. */
export const takeIn = (root: string, commit: string): string[] => {
  const home = mkdtempSync(join(tmpdir(), 'upgrade-attributes-'))
  const attributes = join(home, 'attributes')
  writeFileSync(attributes, JSON_FILES.map((path) => `/${path} merge=json-keys\n`).join(''))
  try {
    git(root, [
      ...['-c', `core.attributesFile=${attributes}`],
      ...['-c', `merge.json-keys.driver="${process.execPath}" "${DRIVER}" %O %A %B`],
      // A file that the team put beside files which have moved goes with them.
      ...['-c', 'merge.directoryRenames=true', '-c', 'merge.renameLimit=10000'],
      ...['cherry-pick', '--allow-empty', '--keep-redundant-commits', commit],
    ])
    return []
  } catch (error) {
    const conflicts = conflictsIn(root)
    if (conflicts.length === 0) throw error
    return conflicts
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

interface Begun {
  readonly branch: string
  readonly from: string
}

const markOf = (root: string) =>
  resolve(root, git(root, ['rev-parse', '--git-dir']), 'template-upgrade.json')

/** Goes back to where an upgrade began that was killed before its end, and removes its branch. */
export const undoInterrupted = (root: string): void => {
  const mark = markOf(root)
  if (!existsSync(mark)) return
  const { branch, from } = JSON.parse(readFileSync(mark, 'utf8')) as Begun
  if (gitPasses(root, ['rev-parse', '--verify', '--quiet', 'CHERRY_PICK_HEAD'])) {
    git(root, ['cherry-pick', '--abort'])
  }
  if (git(root, ['branch', '--show-current']) === branch) {
    git(root, ['reset', '--quiet', '--hard'])
    git(root, ['switch', '--quiet', from])
  }
  if (gitPasses(root, ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`])) {
    git(root, ['branch', '--quiet', '-D', branch])
  }
  rmSync(mark)
}

/** Runs `merge` on a new branch; until it ends, a mark says that this branch is unfinished. */
export const onBranch = <Result>(root: string, branch: string, merge: () => Result): Result => {
  const from = git(root, ['branch', '--show-current'])
  if (from === '') throw new Error('Check out a branch first: this is a commit without one.')
  if (gitPasses(root, ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`])) {
    throw new Error(
      `The branch ${branch} exists already: merge it, or remove it (git branch -D ${branch}).`,
    )
  }
  const mark = markOf(root)
  writeFileSync(mark, JSON.stringify({ branch, from } satisfies Begun))
  git(root, ['switch', '--quiet', '--create', branch])
  try {
    const result = merge()
    rmSync(mark)
    return result
  } catch (error) {
    undoInterrupted(root)
    throw error
  }
}

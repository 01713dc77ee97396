import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { git } from '../git/git'
import { conflictsIn, removedByProject, type Conflict } from './conflicts'
import { followMoved, type Followed } from './imports'

/** Files of JSON that are merged key by key: two packages added side by side are no conflict. */
const JSON_FILES = [
  ...['package.json', 'server/package.json', 'simulator/package.json', 'package-lock.json'],
  ...['template.json', 'palette.json', 'project.config.json'],
]
const DRIVER = fileURLToPath(new URL('./merge-json.mjs', import.meta.url))

/** What came of a merge. */
export interface TakenIn {
  /** What a person has to decide. */
  readonly conflicts: readonly Conflict[]
  /** What the project had removed, and what the template changed or added there: it stays out. */
  readonly stayRemoved: readonly string[]
  /** The project's imports of files that the template moved, rewritten. */
  readonly followed: readonly Followed[]
}

/** Puts a commit's change onto the branch checked out; git's error where that did not end by itself. */
const pick = (root: string, commit: string, ...options: readonly string[]): unknown => {
  const home = mkdtempSync(join(tmpdir(), 'upgrade-attributes-'))
  const attributes = join(home, 'attributes')
  writeFileSync(attributes, JSON_FILES.map((path) => `/${path} merge=json-keys\n`).join(''))
  try {
    const args = [
      ...['-c', `core.attributesFile=${attributes}`],
      // Git runs this line in a shell: paths with signs of its own reach it by the environment.
      ...['-c', 'merge.json-keys.driver="$TEMPLATE_NODE" "$TEMPLATE_DRIVER" %O %A %B'],
      // A file that the team put beside files which have moved goes with them.
      ...['-c', 'merge.renames=true', '-c', 'merge.directoryRenames=true'],
      ...['-c', 'merge.renameLimit=10000'],
      ...['cherry-pick', ...options, commit],
    ]
    git(root, args, { env: { TEMPLATE_NODE: process.execPath, TEMPLATE_DRIVER: DRIVER } })
    return undefined
  } catch (error) {
    return error
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

const removeFiles = (root: string, paths: readonly string[]): void => {
  git(root, ['rm', '--quiet', '--force', '--pathspec-from-file=-', '--pathspec-file-nul'], {
    env: { GIT_LITERAL_PATHSPECS: '1' },
    input: paths.join('\0'),
  })
}

/**
 * Puts a commit's change into the index and the files. Git writes no commit: of a run that is killed before the rest is
 * done, none is left that looks finished. Returns whether conflicts are left, with what git needs to commit them later.
 */
const pickUncommitted = (root: string, commit: string): 'whole' | 'conflicts' => {
  if (pick(root, commit, '--no-commit') === undefined) return 'whole'
  // With conflicts git writes no commit either, and remembers whose message and author the commit takes.
  git(root, ['reset', '--quiet', '--hard'])
  const error = pick(root, commit)
  if (conflictsIn(root).length === 0) throw error
  return 'conflicts'
}

/** Puts the change that a commit makes onto the branch checked out. Throws git's error when it cannot begin. */
export const takeIn = (root: string, commit: string): TakenIn => {
  const before = git(root, ['rev-parse', 'HEAD'])
  const outcome = pickUncommitted(root, commit)
  const stayRemoved = removedByProject(root, before, commit)
  if (stayRemoved.length > 0) removeFiles(root, stayRemoved)
  const conflicts = conflictsIn(root)
  const followed = followMoved(root, commit)
  if (conflicts.length === 0) {
    git(root, ['add', '--update'])
    const message = outcome === 'whole' ? ['--reuse-message', commit] : ['--no-edit']
    git(root, ['commit', '--quiet', '--no-verify', '--allow-empty', '--cleanup=strip', ...message])
  }
  return { conflicts, stayRemoved, followed }
}

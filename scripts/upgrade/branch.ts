import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { git, gitPasses } from '../git/git'
import { treeOf } from './trees'

interface Begun {
  readonly branch: string
  readonly from: string
  /** The commit that the branch begins at. */
  readonly head: string
}

type Say = (line: string) => void

const markOf = (root: string) =>
  resolve(root, git(root, ['rev-parse', '--git-dir']), 'template-upgrade.json')

const exists = (root: string, branch: string): boolean =>
  gitPasses(root, ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}`])

/** Commits, beside every branch, what lies in the project's folder: a person may have begun to mend it. */
const keepFiles = (root: string, { branch, head }: Begun, say: Say): void => {
  if (git(root, ['status', '--porcelain']) === '') return
  const tree = treeOf(root, root, { ignored: 'out' })
  const kept = git(root, ['commit-tree', tree, '-p', head, '-m', `What lay on ${branch}`])
  say(`The last run was interrupted. What it left is kept: git show ${kept.slice(0, 12)}`)
}

/** Git that was killed leaves its lock, which could also be that of a git at work: a person has to see to it. */
const requireUnlocked = (root: string): void => {
  const lock = resolve(root, git(root, ['rev-parse', '--git-path', 'index.lock']))
  if (!existsSync(lock)) return
  throw new Error(
    `The last run was killed while git wrote. Delete ${lock}, unless git is at work here, and run this again.`,
  )
}

/**
 * Goes back to where an upgrade began that was killed before its end, and removes its branch. A branch with commits of
 * its own stays. Throws, and changes nothing, while git's index is locked.
 */
export const undoInterrupted = (root: string, say: Say): void => {
  const mark = markOf(root)
  if (!existsSync(mark)) return
  requireUnlocked(root)
  const begun = JSON.parse(readFileSync(mark, 'utf8')) as Begun
  const { branch, from, head } = begun
  if (exists(root, branch) && git(root, ['rev-parse', `refs/heads/${branch}`]) === head) {
    if (git(root, ['branch', '--show-current']) === branch) {
      keepFiles(root, begun, say)
      git(root, ['reset', '--quiet', '--hard'])
      // Files that git had written and not yet put into its index; what was kept has them.
      git(root, ['clean', '--quiet', '--force', '-d'])
      git(root, ['switch', '--quiet', from])
    }
    git(root, ['branch', '--quiet', '-D', branch])
  }
  rmSync(mark)
}

/** Runs `merge` on a new branch; until it ends, a mark says that this branch is unfinished. */
export const onBranch = <Result>(root: string, branch: string, merge: () => Result): Result => {
  const from = git(root, ['branch', '--show-current'])
  if (from === '') throw new Error('Check out a branch first: this is a commit without one.')
  if (exists(root, branch)) {
    throw new Error(
      `The branch ${branch} exists already: merge it, or remove it (git branch -D ${branch}).`,
    )
  }
  const mark = markOf(root)
  const head = git(root, ['rev-parse', 'HEAD'])
  writeFileSync(mark, JSON.stringify({ branch, from, head } satisfies Begun))
  git(root, ['switch', '--quiet', '--create', branch])
  try {
    const result = merge()
    rmSync(mark)
    return result
  } catch (error) {
    undoInterrupted(root, () => undefined)
    throw error
  }
}

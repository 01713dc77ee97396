import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Arguments } from './arguments'
import { openBase } from './base'
import { sectionsSince } from './changes'
import { git, gitPasses } from '../git/git'
import { commitBoth, onBranch, takeIn, undoInterrupted } from './merge'
import { readRecord } from './record'
import { replay } from './replay'
import { openSource, type Source } from './source'

/** What came of an upgrade. */
export type Outcome =
  | { readonly kind: 'nothing new'; readonly version: string }
  | {
      readonly kind: 'merged'
      readonly version: string
      readonly branch: string
      /** The commit that holds what the template changed. */
      readonly change: string
      /** The branch that was checked out before; it is untouched. */
      readonly from: string
      /** Files in conflict, with git's marks in them. */
      readonly conflicts: readonly string[]
      /** What the newer template's CHANGELOG says of the versions in between. */
      readonly sections: readonly string[]
    }

const versionOf = ({ folder }: Source): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version

const changelogOf = ({ folder }: Source): string => {
  const path = join(folder, 'CHANGELOG.md')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

const requireReady = (root: string): void => {
  if (
    !gitPasses(root, ['rev-parse', '--verify', '--quiet', 'HEAD']) ||
    !existsSync(join(root, '.git'))
  ) {
    throw new Error('The project needs a git repository of its own, with at least one commit.')
  }
  undoInterrupted(root)
  const changed = git(root, ['status', '--porcelain'])
  if (changed !== '') throw new Error(`Commit or put away your changes first:\n${changed}`)
  git(root, ['var', 'GIT_COMMITTER_IDENT'])
}

/**
 * Takes a newer template into the project at `root`: makes the project anew with its recorded answers by the version
 * it is at and by the newer one, and merges the difference onto a new branch. Throws a sentence when it cannot begin;
 * then nothing has changed.
 */
export const upgrade = (
  root: string,
  { from, base }: Arguments,
  say: (line: string) => void,
): Outcome => {
  const record = readRecord(root)
  requireReady(root)
  const home = mkdtempSync(join(tmpdir(), 'upgrade-'))
  try {
    say('Fetching …')
    const newer = openSource(from, join(home, 'newer'))
    const older = openBase(root, record, base, newer, join(home, 'older'))
    const version = versionOf(newer)
    const sections = sectionsSince(changelogOf(newer), record.version)
    say(`Making the project anew, by ${record.version} and by ${version} …`)
    replay(root, older)
    replay(root, newer)
    const commit = commitBoth(root, older.folder, newer.folder, `Take in the template's ${version}`)
    if (commit === undefined) return { kind: 'nothing new', version }
    const branch = `template-${version}-${(newer.commit ?? commit).slice(0, 7)}`
    const before = git(root, ['branch', '--show-current'])
    const conflicts = onBranch(root, branch, () => takeIn(root, commit))
    return { kind: 'merged', version, branch, change: commit, from: before, conflicts, sections }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Arguments } from './arguments'
import { openBase } from './base'
import { undoInterrupted, onBranch } from './branch'
import { isLater, sectionsSince } from './changes'
import { git, gitPasses } from '../git/git'
import { takeIn, type TakenIn } from './merge'
import { readRecord, type Record } from './record'
import { replay } from './replay'
import { openSource, type Source } from './source'
import { commitBoth } from './trees'

/** What came of an upgrade. */
export type Outcome =
  | { readonly kind: 'nothing new'; readonly version: string }
  | (TakenIn & {
      readonly kind: 'merged'
      readonly version: string
      readonly branch: string
      /** The commit that holds what the template changed. */
      readonly change: string
      /** The branch that was checked out before; it is untouched. */
      readonly from: string
      /** What the newer template's CHANGELOG says of the versions in between. */
      readonly sections: readonly string[]
    })

const versionOf = ({ folder }: Source): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version

const changelogOf = ({ folder }: Source): string => {
  const path = join(folder, 'CHANGELOG.md')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

const requireReady = (root: string, say: (line: string) => void): void => {
  if (
    !gitPasses(root, ['rev-parse', '--verify', '--quiet', 'HEAD']) ||
    !existsSync(join(root, '.git'))
  ) {
    throw new Error('The project needs a git repository of its own, with at least one commit.')
  }
  undoInterrupted(root, say)
  const changed = git(root, ['status', '--porcelain'])
  if (changed !== '') throw new Error(`Commit or put away your changes first:\n${changed}`)
  git(root, ['var', 'GIT_COMMITTER_IDENT'])
}

const requireNewer = (root: string, { version, commit }: Record, newer: Source): void => {
  const offered = versionOf(newer)
  if (isLater(version, offered)) {
    throw new Error(`What you passed is ${offered}, and this project is at ${version} already.`)
  }
  const { repository, commit: head } = newer
  if (repository === undefined || head === undefined || commit === undefined) return
  const isOlder = gitPasses(repository, ['merge-base', '--is-ancestor', head, commit])
  if (isOlder && head !== commit) {
    throw new Error(
      `What you passed is at ${head.slice(0, 12)}, which comes before this project's ${commit.slice(0, 12)}.`,
    )
  }
}

/** A file that git does not know here would be lost where the template brings one of its name. */
const requireFree = (root: string, change: string): void => {
  const args = ['diff', '--name-only', '--no-renames', '--diff-filter=A', '-z']
  const added = git(root, [...args, 'HEAD', change]).split('\0')
  const taken = added.filter((path) => path !== '' && existsSync(join(root, path)))
  if (taken.length > 0) {
    throw new Error(
      `The template brings files that lie here and are not in git. Move them away first:\n${taken.join('\n')}`,
    )
  }
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
  requireReady(root, say)
  const home = mkdtempSync(join(tmpdir(), 'upgrade-'))
  try {
    say('Fetching …')
    const newer = openSource(from, join(home, 'newer'))
    requireNewer(root, record, newer)
    const older = openBase(root, record, base, newer, join(home, 'older'))
    const version = versionOf(newer)
    const sections = sectionsSince(changelogOf(newer), record.version)
    say(`Making the project anew, by ${record.version} and by ${version} …`)
    // As the project records it: what the older version is found by is no change of its template.json.
    replay(root, { ...older, commit: record.commit })
    replay(root, newer)
    const commit = commitBoth(root, older.folder, newer.folder, `Take in the template's ${version}`)
    if (commit === undefined) return { kind: 'nothing new', version }
    requireFree(root, commit)
    const branch = `template-${version}-${(newer.commit ?? commit).slice(0, 7)}`
    const before = git(root, ['branch', '--show-current'])
    const takenIn = onBranch(root, branch, () => takeIn(root, commit))
    return { kind: 'merged', version, branch, change: commit, from: before, sections, ...takenIn }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

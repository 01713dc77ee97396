import { git, gitPasses } from '../git/git'
import type { Record } from './record'
import { openSource, sourceAt, type Source } from './source'

const has = (repository: string, revision: string) =>
  gitPasses(repository, ['cat-file', '-e', `${revision}^{commit}`])

/**
 * Brings the version of the template that the project is at: what `--base` says, the recorded commit in the project's
 * history or in the newer template's, or the tag of the recorded version there. Throws what to pass when none is there.
 */
export const openBase = (
  root: string,
  { version, commit }: Record,
  given: string | undefined,
  newer: Source,
  folder: string,
): Source => {
  if (given !== undefined) return openSource(given, folder)
  const repositories = [root, ...(newer.repository === undefined ? [] : [newer.repository])]
  if (commit !== undefined) {
    const holder = repositories.find((it) => has(it, commit))
    if (holder !== undefined) return sourceAt(holder, commit, folder)
  }
  const tag = `refs/tags/v${version}`
  const { repository } = newer
  if (repository !== undefined && has(repository, tag)) return sourceAt(repository, tag, folder)
  const isShallow = git(root, ['rev-parse', '--is-shallow-repository']) === 'true'
  throw new Error(
    `The version that this project is at (${version}${commit === undefined ? '' : `, commit ${commit.slice(0, 12)}`}) is neither in its history nor in what you passed.
Pass it: --base PATH, where PATH is a folder, an archive or a git address of that version.${isShallow ? '\nThis clone is shallow: git fetch --unshallow may bring it, too.' : ''}`,
  )
}

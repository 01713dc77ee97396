import { existsSync, realpathSync } from 'node:fs'
import { relative } from 'node:path'
import { git, gitPasses } from '../git/git'

/**
 * How a folder stands with git: none (a copy without history), everything committed, or changes that are not. `undo` is
 * the command that takes setup back.
 */
export type GitState =
  | { readonly kind: 'none' }
  | { readonly kind: 'clean'; readonly commit: string | undefined; readonly undo: string }
  | { readonly kind: 'dirty'; readonly files: readonly string[]; readonly undo: string }

const prefixOf = (root: string) => git(root, ['rev-parse', '--show-prefix'])

const commitOf = (root: string): string | undefined => {
  try {
    return git(root, ['rev-parse', 'HEAD'])
  } catch {
    return undefined
  }
}

/** Paths with changes that are not committed, from the folder; git names them from its repository's root. */
const changedIn = (root: string): string[] => {
  const prefix = prefixOf(root)
  const options = ['--porcelain', '-z', '--untracked-files=all', '--no-renames']
  return git(root, ['status', ...options, '--', '.'])
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.slice(3 + prefix.length))
}

/**
 * Looks at the folder's own repository, or at one around it that has the folder's files, as that of several projects
 * does. A change of the file `except` does not count.
 */
export const gitState = (root: string, except: string | undefined): GitState => {
  const isOwn = existsSync(`${root}/.git`)
  // A repository that merely lies around it, as one of the home folder, is none.
  if (!isOwn && !gitPasses(root, ['ls-files', '--error-unmatch', 'package.json'])) {
    return { kind: 'none' }
  }
  const undo = isOwn ? 'git reset --hard' : 'git restore --source=HEAD --staged --worktree .'
  const own =
    except === undefined || !existsSync(except)
      ? undefined
      : relative(realpathSync(root), realpathSync(except)).replaceAll('\\', '/')
  const files = changedIn(root).filter((path) => path !== own)
  if (files.length > 0) return { kind: 'dirty', files, undo }
  // The commit of a repository around it is none of the template's.
  return { kind: 'clean', commit: isOwn ? commitOf(root) : undefined, undo }
}

/**
 * Puts files that are about to be written into git's index, empty: the command that undoes setup takes them away again,
 * even when setup is killed before it has written all of them.
 */
export const registerNewFiles = (root: string, paths: readonly string[]): void => {
  const prefix = prefixOf(root)
  const empty = git(root, ['hash-object', '-w', '--stdin'])
  const entries = paths.map((path) => `100644 ${empty}\t${prefix}${path}\0`).join('')
  git(root, ['update-index', '-z', '--index-info'], { input: entries })
}

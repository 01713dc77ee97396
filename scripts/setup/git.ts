import { existsSync, realpathSync } from 'node:fs'
import { relative } from 'node:path'
import { git } from '../git/git'

/** How a folder stands with git: none (a copy without history), everything committed, or changes that are not. */
export type GitState =
  | { readonly kind: 'none' }
  | { readonly kind: 'clean'; readonly commit: string | undefined }
  | { readonly kind: 'dirty'; readonly files: readonly string[] }

/** Looks at the folder's own repository; one around it does not count. A change of the file `except` does not, either. */
export const gitState = (root: string, except: string | undefined): GitState => {
  if (!existsSync(`${root}/.git`)) return { kind: 'none' }
  const own =
    except === undefined || !existsSync(except)
      ? undefined
      : relative(realpathSync(root), realpathSync(except))
  const files = git(root, ['status', '--porcelain', '-z', '--untracked-files=all'])
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.slice(3))
    .filter((path) => path !== own)
  if (files.length > 0) return { kind: 'dirty', files }
  try {
    return { kind: 'clean', commit: git(root, ['rev-parse', 'HEAD']) }
  } catch {
    return { kind: 'clean', commit: undefined }
  }
}

/**
 * Puts files that are about to be written into git's index, empty: `git reset --hard` takes them away again, even when
 * setup is killed before it has written all of them.
 */
export const registerNewFiles = (root: string, paths: readonly string[]): void => {
  const empty = git(root, ['hash-object', '-w', '--stdin'])
  const entries = paths.map((path) => `100644 ${empty}\t${path}\0`).join('')
  git(root, ['update-index', '-z', '--index-info'], { input: entries })
}

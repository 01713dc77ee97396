import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { git } from '../git/git'

/** What a version is called, and what is said about it. */
export interface Version {
  readonly version: string
  readonly message: string
  /** What a person should know: changes that are in no commit. */
  readonly hint: string | undefined
}

/** What git knows; undefined where a copy has no history. */
export interface History {
  /** The tag of this very commit. */
  readonly tag: string | undefined
  readonly subject: string
  readonly isDirty: boolean
}

/** WeChat refuses a longer description. */
const LONGEST = 100

const said = (root: string, ...args: string[]): string | undefined => {
  try {
    return git(root, args)
  } catch {
    return undefined
  }
}

/** Reads the history of the folder's own repository; one around it does not count. */
export const historyOf = (root: string): History | undefined => {
  if (!existsSync(join(root, '.git'))) return undefined
  const subject = said(root, 'log', '-1', '--format=%h %s')
  if (subject === undefined) return undefined
  return {
    tag: said(root, 'describe', '--tags', '--exact-match'),
    subject,
    isDirty: (said(root, 'status', '--porcelain') ?? '') !== '',
  }
}

/** Names the version: as asked for, else by the tag of the commit, else by package.json; the message likewise. */
export const versionOf = (
  asked: { readonly version: string | undefined; readonly message: string | undefined },
  packageVersion: string,
  history: History | undefined,
): Version => {
  const dirty = history?.isDirty === true
  const message = asked.message ?? history?.subject ?? 'npm run upload'
  return {
    version: asked.version ?? history?.tag?.replace(/^v(?=\d)/, '') ?? packageVersion,
    message: `${message}${dirty ? ' +' : ''}`.slice(0, LONGEST),
    hint: dirty ? 'There are changes that are in no commit; they are uploaded too.' : undefined,
  }
}

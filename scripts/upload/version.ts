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
  /** The tag of this very commit that is a version, the highest of several. */
  readonly tag: string | undefined
  readonly subject: string
  readonly isDirty: boolean
}

/** WeChat refuses a longer description. */
const LONGEST = 100
/** What marks a description of files that are in no commit. */
const MARK = ' +'
/** `v1.2.0`, `1.2`, `1.2.0-beta`: a commit may bear other tags, such as that of a deployment. */
const VERSION = /^v?\d+(\.\d+)+([.-]\w[\w.-]*)?$/

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
    tag: said(root, 'tag', '--points-at', 'HEAD', '--sort=-version:refname')
      ?.split('\n')
      .find((tag) => VERSION.test(tag)),
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
    message: dirty
      ? `${message.slice(0, LONGEST - MARK.length)}${MARK}`
      : message.slice(0, LONGEST),
    hint: dirty ? 'There are changes that are in no commit; they are uploaded too.' : undefined,
  }
}

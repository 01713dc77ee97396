import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectOf } from '../kit/project'

const IDENTITY = {
  GIT_AUTHOR_NAME: 'A team',
  GIT_AUTHOR_EMAIL: 'team@example.com',
  GIT_COMMITTER_NAME: 'A team',
  GIT_COMMITTER_EMAIL: 'team@example.com',
}

// The code under test calls git, too.
Object.assign(process.env, IDENTITY)

export type Files = Readonly<Record<string, string | Uint8Array>>

/** A git repository on a branch `main`, in a temporary folder that `removeProjects` removes. */
export interface Repository {
  readonly root: string
  readonly git: (...args: string[]) => string
  readonly read: (path: string) => string
  readonly write: (files: Files) => void
  readonly remove: (path: string) => void
  readonly change: (path: string, from: string, to: string) => void
  /** Commits everything; returns the commit. */
  readonly commit: (message: string) => string
}

/** What a test needs of the git repository in this folder. */
export const repositoryIn = (root: string): Repository => {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim()
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  const write = (files: Files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
  }
  return {
    root,
    git,
    read,
    write,
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    change: (path, from, to) => {
      const text = read(path)
      if (!text.includes(from)) throw new Error(`${path} holds no ${JSON.stringify(from)}.`)
      write({ [path]: text.replace(from, to) })
    },
    commit: (message) => {
      git('add', '--all')
      git('commit', '--quiet', '--message', message)
      return git('rev-parse', 'HEAD')
    },
  }
}

/** A new repository with these files in its first commit. */
export const repositoryOf = (files: Files): Repository => {
  const root = projectOf(files)
  const repository = repositoryIn(root)
  repository.git('init', '--quiet', '--initial-branch=main')
  repository.commit('Begin')
  return repository
}

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { exportCommit, git, gitPasses } from '../git/git'

/** A version of the template: its files, and where its history is. */
export interface Source {
  readonly folder: string
  /** The git repository that it comes from; undefined for archives and copies. */
  readonly repository: string | undefined
  readonly commit: string | undefined
}

const NOT_COPIED = new Set(['node_modules', '.git', 'dist', '.cache', '.data'])
const UNPACK = [
  ['tar', '-xf'],
  ['unzip', '-q'],
] as const

const unpack = (archive: string, folder: string): void => {
  const isDone = UNPACK.some(
    ([command, option]) =>
      spawnSync(command, [option, archive], { cwd: folder, stdio: 'ignore' }).status === 0,
  )
  if (!isDone) {
    throw new Error(
      `${archive} could not be unpacked by tar or unzip: unpack it, and pass the folder.`,
    )
  }
}

/** The folder that holds the template: archives of git servers put it into one of their own. */
const rootOf = (folder: string, named: string): string => {
  const inside = readdirSync(folder).map((name) => join(folder, name))
  const found = [folder, ...inside].find((it) => existsSync(join(it, 'scripts/setup/main.ts')))
  if (found === undefined) throw new Error(`${named} is no template: it has no scripts/setup.`)
  return found
}

const copy = (from: string, folder: string): void => {
  for (const name of readdirSync(from)) {
    if (NOT_COPIED.has(name)) continue
    cpSync(join(from, name), join(folder, name), {
      recursive: true,
      filter: (path) => !NOT_COPIED.has(path.split(/[\\/]/).at(-1) ?? ''),
    })
  }
}

/** The files of a repository as they lie there: without what it ignores, such as keys in `server/.env`. */
const copyOwn = (repository: string, folder: string): void => {
  const listed = git(repository, ['ls-files', '-co', '--exclude-standard', '-z']).split('\0')
  for (const path of listed.filter((it) => it !== '' && existsSync(join(repository, it)))) {
    cpSync(join(repository, path), join(folder, path), { recursive: true })
  }
}

const isRepository = (path: string) =>
  gitPasses(path, ['rev-parse', '--git-dir']) && existsSync(join(path, '.git'))

/** The files of one commit of a repository, in the new folder `folder`. */
export const sourceAt = (repository: string, revision: string, folder: string): Source => {
  mkdirSync(folder, { recursive: true })
  const commit = git(repository, ['rev-parse', `${revision}^{commit}`])
  exportCommit(repository, commit, folder)
  return { folder: rootOf(folder, `${repository} at ${revision}`), repository, commit }
}

/** What a git address has: its default branch, or the tag, branch or commit behind `#`. */
const cloned = (from: string, folder: string, files: string): Source => {
  const [address = from, name = 'HEAD'] = from.split('#')
  const repository = join(folder, 'repository')
  // Git runs in another folder.
  const place = existsSync(address) ? resolve(address) : address
  git(folder, ['clone', '--quiet', '--no-checkout', '--', place, repository])
  const revision = [name, `origin/${name}`].find((it) =>
    gitPasses(repository, ['rev-parse', '--verify', '--quiet', `${it}^{commit}`]),
  )
  if (revision === undefined) {
    throw new Error(`${address} has no tag, branch or commit called ${name}.`)
  }
  return sourceAt(repository, revision, files)
}

/**
 * Brings a version of the template into the new folder `folder`: a repository's HEAD, a folder's files, an archive's,
 * or what a git address has, at its tag, branch or commit behind `#`. Throws a sentence for what is none of them.
 */
export const openSource = (from: string, folder: string): Source => {
  const files = join(folder, 'files')
  mkdirSync(files, { recursive: true })
  const path = resolve(from)
  if (!existsSync(path)) {
    if (!/[:/@]/.test(from)) throw new Error(`There is no ${from}.`)
    return cloned(from, folder, files)
  }
  if (statSync(path).isDirectory()) {
    if (isRepository(path) && gitPasses(path, ['diff', '--quiet', 'HEAD'])) {
      return sourceAt(path, 'HEAD', files)
    }
    const repository = isRepository(path) ? path : undefined
    if (repository === undefined) copy(path, files)
    else copyOwn(repository, files)
    return { folder: rootOf(files, from), repository, commit: undefined }
  }
  unpack(path, files)
  return { folder: rootOf(files, from), repository: undefined, commit: undefined }
}

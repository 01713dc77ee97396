import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  access,
  chmod,
  constants,
  copyFile,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** Where the runner lies in the folder that a run takes for its root. */
export const RUNNER_INSIDE = '/runner.mjs'

const LINKER_CACHE = '/etc/ld.so.cache'
const OTHERS_MAY_WRITE = 0o022
const FOR_ALL_TO_READ = 0o755

/** What the programs need to start: themselves, and the libraries that ldd names, by their paths on this machine. */
const filesOf = async (programs: readonly string[]): Promise<readonly string[]> => {
  const { stdout } = await promisify(execFile)('ldd', [...programs])
  const libraries = stdout.match(/\/\S+(?= \(0x)/g) ?? []
  return [...new Set([...programs, ...libraries, LINKER_CACHE])]
}

// Readable for the users of the runs, whatever the umask of the server is.
const makeFolders = async (root: string, inside: string): Promise<void> => {
  if (inside === '/') return
  await makeFolders(root, dirname(inside))
  await mkdir(join(root, inside), { recursive: true })
  await chmod(join(root, inside), FOR_ALL_TO_READ)
}

// A link costs no disk; another file system, or a file of another's, takes a copy.
const put = async (
  file: string,
  root: string,
  inside: string,
  how: 'linked' | 'copied',
): Promise<void> => {
  await makeFolders(root, dirname(inside))
  const [source, to] = [await realpath(file), join(root, inside)]
  const copy = async () => {
    await copyFile(source, to, constants.COPYFILE_FICLONE)
    await chmod(to, FOR_ALL_TO_READ)
  }
  await (how === 'linked' ? link(source, to).catch(copy) : copy())
}

// In a folder that everyone may write to, one of this name may be another person's.
const isOurs = async (folder: string): Promise<boolean> => {
  const found = await lstat(folder).catch(() => null)
  return (
    found !== null &&
    found.isDirectory() &&
    found.uid === process.geteuid?.() &&
    (found.mode & OTHERS_MAY_WRITE) === 0
  )
}

const isWhole = async (folder: string): Promise<boolean> =>
  (await isOurs(folder)) &&
  access(join(folder, RUNNER_INSIDE)).then(
    () => true,
    () => false,
  )

const build = async (
  base: string,
  folder: string,
  files: readonly string[],
  runner: string,
): Promise<void> => {
  const draft = await mkdtemp(join(base, 'functions-draft-'))
  try {
    for (const file of files) {
      await put(file, draft, file, 'linked').catch((error: unknown) => {
        if (file !== LINKER_CACHE) throw error
      })
    }
    await put(runner, draft, RUNNER_INSIDE, 'copied')
    await chmod(draft, FOR_ALL_TO_READ)
    if (!(await isWhole(folder))) await rm(folder, { recursive: true, force: true })
    await rename(draft, folder)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    // Another process of ours was faster.
    if (!(await isWhole(folder))) throw error
  }
}

const writableBase = (): Promise<string> =>
  access('/var/tmp', constants.W_OK).then(
    () => '/var/tmp',
    () => tmpdir(),
  )

/**
 * A folder that holds `programs`, their libraries and `runner`, and nothing else: what a run has for its root, so that
 * no file, program or unix socket of the machine can even be named. Built once per machine, user and version, for later
 * starts as well; about 100 MB on disk where the files cannot be linked. Rejects where there is no `ldd`.
 */
export const rootFolder = async (programs: readonly string[], runner: string): Promise<string> => {
  const [base, files, code, stats] = await Promise.all([
    writableBase(),
    filesOf(programs),
    readFile(runner, 'utf8'),
    Promise.all(programs.map((file) => stat(file))),
  ])
  const version = createHash('sha256')
    .update(JSON.stringify([files, code, stats.map(({ size, mtimeMs }) => [size, mtimeMs])]))
    .digest('hex')
    .slice(0, 16)
  const folder = join(base, `functions-root-${process.geteuid?.()}-${version}`)
  if (!(await isWhole(folder))) await build(base, folder, files, runner)
  return folder
}

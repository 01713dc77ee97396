import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { mutate, type Mutation } from './mutation'

const PACKAGES = ['.', 'server', 'simulator']

/** A copy of the project to make mistakes in. */
export interface Tree {
  folder: string
  /** Runs `task` while the mistake is in the copy, and takes it out again. */
  withMistake: <T>(mutation: Mutation, task: () => Promise<T>) => Promise<T>
  /** Runs `task` while a file of the copy holds another text, and puts its own text back. */
  withText: <T>(file: string, text: string, task: () => Promise<T>) => Promise<T>
  remove: () => Promise<void>
}

/**
 * Copies the files git knows or would add, as they are now; installed packages are shared by links.
 * @param into a folder that is emptied first; a new one of the system's unless given
 */
export const copyTree = async (into?: string): Promise<Tree> => {
  const folder = into === undefined ? await newFolder() : await emptied(into)
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const files = execFileSync('git', listed, { encoding: 'utf8' }).split('\0')
  for (const file of files) {
    // Git also lists what was deleted and not yet committed.
    if (file !== '' && existsSync(file)) await cp(file, join(folder, file))
  }
  for (const name of PACKAGES) {
    const modules = join(name, 'node_modules')
    if (existsSync(modules)) await symlink(resolve(modules), join(folder, modules))
  }

  const withText: Tree['withText'] = async (file, text, task) => {
    const path = join(folder, file)
    const source = await readFile(path, 'utf8')
    await writeFile(path, text)
    try {
      return await task()
    } finally {
      await writeFile(path, source)
    }
  }

  return {
    folder,
    withText,
    withMistake: async (mutation, task) =>
      withText(mutation.file, mutate(await readFile(mutation.file, 'utf8'), mutation), task),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const newFolder = async () => realpath(await mkdtemp(join(tmpdir(), 'mutations-')))

const emptied = async (folder: string): Promise<string> => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  return realpath(folder)
}

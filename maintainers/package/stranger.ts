import { execFile } from 'node:child_process'
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
const NAME = '@starter/simulator'
const TOOL_TIMEOUT_MS = 120_000

/** The archive of the simulator, and the paths of the files in it. */
export interface Archive {
  path: string
  files: readonly { path: string; size: number }[]
  size: number
}

/** `npm pack -w simulator` into a folder, after the package's own build, which npm leaves out where scripts are off. */
export const pack = async (folder: string): Promise<Archive> => {
  await run('npm', ['run', 'prepack', '-w', 'simulator'], { cwd: REPOSITORY })
  const { stdout } = await run(
    'npm',
    ['pack', '-w', 'simulator', '--json', '--ignore-scripts', '--pack-destination', folder],
    { cwd: REPOSITORY, maxBuffer: 16 * 1024 * 1024 },
  )
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('['))) as [
    { filename: string; files: Archive['files']; size: number },
  ]
  return { path: join(folder, packed.filename), files: packed.files, size: packed.size }
}

/** A project that is not this repository. */
export interface Stranger {
  folder: string
  write: (files: Readonly<Record<string, string>>) => Promise<void>
  /** Runs a program of npm's: the package's own command, or a tool of the repository. */
  node: (
    script: string,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<{ stdout: string }>
  /** The script behind the package's command. */
  command: string
}

/**
 * Puts the archive into a project at `folder` as npm does: unpacked under node_modules. What it depends on is
 * linked from the repository's node_modules, exactly the names its package.json declares; so that no network is
 * needed.
 */
export const install = async (archive: Archive, folder: string): Promise<Stranger> => {
  const home = join(folder, 'node_modules', NAME)
  await mkdir(home, { recursive: true })
  await run('tar', ['-xzf', archive.path, '--strip-components=1', '-C', home])
  const { dependencies, bin } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
    bin: Record<string, string>
  }
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, 'node_modules', name)
    await mkdir(dirname(link), { recursive: true })
    await symlink(join(REPOSITORY, 'node_modules', name), link)
  }
  return {
    folder,
    command: join(home, Object.values(bin)[0] ?? ''),
    write: async (files) => {
      for (const [path, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true })
        await writeFile(join(folder, path), content)
      }
    },
    node: (script, args, env = {}) =>
      run(process.execPath, [script, ...args], {
        cwd: folder,
        timeout: TOOL_TIMEOUT_MS,
        env: { ...process.env, ...env },
      }),
  }
}

/** The script of a tool that the repository has installed. */
export const toolOf = (path: string): string => join(REPOSITORY, 'node_modules', path)

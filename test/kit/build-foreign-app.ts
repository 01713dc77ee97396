import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { builtOnce } from '../../scripts/build/built-once'
import { fingerprint } from '../../scripts/build/fingerprint'
import { taroBuild } from '../../scripts/build/taro'

const SOURCE = 'test/kit/foreign-app'
const SLIM = 'config/slim'
const SHARED = ['.browserslistrc', 'project.config.json']
/** What a lever of config/slim says when it refuses to build. */
const REFUSED = 'which the lever'

/** Files that take the place of the foreign app's own, by path from its folder. */
type Files = Readonly<Record<string, string>>

const lay = async (folder: string, files: Files): Promise<void> => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await cp(SOURCE, folder, { recursive: true })
  await cp(SLIM, join(folder, SLIM), { recursive: true })
  for (const path of SHARED) await cp(path, join(folder, path))
  await writeFile(join(folder, 'package.json'), '{ "name": "foreign-app", "private": true }')
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text)
}

/** Writes the foreign app with these files into a folder of its own and runs `build`, unless just that has been done. */
export const onceForForeignApp = (
  folder: string,
  files: Files,
  build: () => Promise<void>,
): Promise<void> => {
  const inputs = fingerprint([SOURCE, SLIM, ...SHARED, 'package-lock.json'])
  return builtOnce(join(folder, 'dist'), inputs + JSON.stringify(files), async () => {
    await lay(folder, files)
    await build()
  })
}

const build = (folder: string) => taroBuild({ appFolder: folder, type: 'weapp', output: 'dist' })

/**
 * Builds another Taro app with this project's config/slim, in a folder of its own.
 * @returns the folder of its bundle; rejects with what Taro printed when the build fails
 */
export const buildForeignApp = async (folder: string, files: Files = {}): Promise<string> => {
  await onceForForeignApp(folder, files, () => build(folder))
  return join(folder, 'dist')
}

/** Builds it likewise where a lever refuses to, and returns what Taro printed. Rejects when it builds, or fails otherwise. */
export const refusalOfForeignApp = async (folder: string, files: Files): Promise<string> => {
  const written = join(folder, 'dist/refusal.txt')
  await onceForForeignApp(folder, files, async () => {
    const printed = await build(folder).then(() => 'It builds.', String)
    if (!printed.includes(REFUSED)) throw new Error(printed)
    await mkdir(join(folder, 'dist'), { recursive: true })
    await writeFile(written, printed)
  })
  return readFile(written, 'utf8')
}

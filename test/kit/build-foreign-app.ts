import { spawn } from 'node:child_process'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { taroBuild } from '../../scripts/build/taro'

const SOURCE = 'test/kit/foreign-app'
const SHARED = ['.browserslistrc', 'project.config.json']
const TARO = createRequire(resolve('package.json')).resolve('@tarojs/cli/bin/taro')

/** Files that take the place of the foreign app's own, by path from its folder. */
type Files = Readonly<Record<string, string>>

const lay = async (folder: string, files: Files) => {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await cp(SOURCE, folder, { recursive: true })
  await cp('config/slim', join(folder, 'config/slim'), { recursive: true })
  for (const path of SHARED) await cp(path, join(folder, path))
  await writeFile(join(folder, 'package.json'), '{ "name": "foreign-app", "private": true }')
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text)
}

/**
 * Builds another Taro app with this project's config/slim, in a folder of its own.
 * @returns the folder of its bundle; rejects with what Taro printed when the build fails
 */
export const buildForeignApp = async (folder: string, files: Files = {}): Promise<string> => {
  await lay(folder, files)
  await taroBuild({ appFolder: folder, type: 'weapp', output: 'dist' })
  return join(folder, 'dist')
}

/** Does the same as a watching build does in development, and stops watching after the first bundle. */
export const watchForeignApp = async (folder: string): Promise<void> => {
  await lay(folder, {})
  const child = spawn(process.execPath, [TARO, 'build', '--type', 'weapp', '--watch'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const closed = new Promise<void>((done) => child.once('close', () => done()))
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString()
    // Taro prints it when everything is written.
    if (printed.includes('Watching')) child.kill()
  })
  await closed
  if (!printed.includes('Watching')) throw new Error(`taro build --watch ended:\n${printed}`)
}

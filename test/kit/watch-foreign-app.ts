import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { onceForForeignApp } from './build-foreign-app'

const TARO = createRequire(resolve('package.json')).resolve('@tarojs/cli/bin/taro')

const watch = async (folder: string): Promise<void> => {
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

/** Builds another Taro app as a watching build does in development, and stops watching after the first bundle. */
export const watchForeignApp = (folder: string): Promise<void> =>
  onceForForeignApp(folder, {}, () => watch(folder))

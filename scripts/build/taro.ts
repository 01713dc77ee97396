import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'

const TARO = createRequire(resolve('package.json')).resolve('@tarojs/cli/bin/taro')

export interface TaroBuild {
  /** The folder that holds config/ and src/. */
  appFolder: string
  type: 'weapp' | 'h5'
  /** Where the bundle goes, from appFolder. */
  output: string
  env?: Readonly<Record<string, string>>
}

/** Runs one production build of Taro; rejects with what it printed when it fails. */
export const taroBuild = ({ appFolder, type, output, env }: TaroBuild): Promise<void> => {
  const child = spawn(process.execPath, [TARO, 'build', '--type', type], {
    cwd: appFolder,
    env: { ...process.env, NODE_ENV: 'production', OUTPUT_ROOT: output, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const keep = (chunk: Buffer) => {
    printed += chunk.toString()
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) =>
      code === 0 ? done() : fail(new Error(`taro build --type ${type} failed:\n${printed}`)),
    )
  })
}

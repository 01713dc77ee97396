import { spawnSync } from 'node:child_process'
import { accessSync, chmodSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { filesIn } from './node/files'

const require = createRequire(import.meta.url)

const FOLDERS: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'mac',
  win32: 'windows',
}

const binary = (name: 'wcc' | 'wcsc') => {
  const folder = FOLDERS[process.platform]
  if (folder === undefined) throw new Error(`Tencent ships no ${name} for ${process.platform}.`)
  const home = dirname(require.resolve('miniprogram-compiler/package.json'))
  return join(home, 'bin', folder, process.platform === 'win32' ? `${name}.exe` : name)
}

/** Installed without scripts, the file may have lost its execute bit. */
const makeExecutable = (path: string) => {
  try {
    accessSync(path, constants.X_OK)
  } catch {
    chmodSync(path, 0o755)
  }
}

const complaints = (name: 'wcc' | 'wcsc', dist: string, args: readonly string[]): string[] => {
  const path = binary(name)
  makeExecutable(path)
  const { status, stderr, error } = spawnSync(path, args, {
    cwd: dist,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error !== undefined) throw error
  if (status === 0) return []
  return stderr
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('error file count'))
}

/**
 * Has Tencent's own compilers (npm `miniprogram-compiler`) read every WXML, WXS and WXSS under `dist`. Returns
 * their complaints, each with file and place; an empty list means WeChat accepts the bundle's templates and
 * styles.
 */
export const compileCheck = (dist: string): string[] => {
  const names = filesIn(dist).list()
  const ending = (suffix: string) => names.filter((name) => name.endsWith(suffix))
  const templates = [...ending('.wxml'), ...ending('.wxs')]
  return [
    ...(templates.length === 0
      ? []
      : complaints('wcc', dist, ['-d', '-cc', '0', ...templates, '-gn', '$gwx'])),
    ...(ending('.wxss').length === 0
      ? []
      : complaints('wcsc', dist, ['-db', '-pc', '0', ...ending('.wxss')])),
  ]
}

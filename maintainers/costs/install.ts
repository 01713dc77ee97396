import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { timed } from './timed'

/** What an installation comes to. */
export interface Installation {
  readonly seconds: number
  readonly megabytes: number
  readonly packages: number
}

interface Manifest {
  readonly workspaces?: readonly string[]
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

/** What `taro init` writes for React, TypeScript, Sass and webpack, as far as this project has it too. */
const OF_TARO =
  /^(@tarojs\/.*|babel-preset-taro|@babel\/(core|runtime|preset-react)|react(-dom)?|@types\/react|webpack|sass|postcss|typescript|eslint)$/

const run = (folder: string, ...command: readonly string[]): string => {
  const [program = '', ...options] = command
  const { status, stdout, stderr } = spawnSync(program, options, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`${command.join(' ')} failed:\n${stderr.slice(0, 2000)}`)
  return stdout
}

const installed = (folder: string, command: 'ci' | 'install'): Installation => {
  const seconds = timed(() => run(folder, 'npm', command))
  const lock = JSON.parse(
    readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'),
  ) as { packages: object }
  const megabytes = Number(run(folder, 'du', '-sm', 'node_modules').split('\t')[0])
  return { seconds, megabytes, packages: Object.keys(lock.packages).length }
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

const ours = (template: string, folder: string): Installation => {
  const manifests = (manifestOf(template).workspaces ?? []).map((name) => `${name}/package.json`)
  for (const path of ['package.json', 'package-lock.json', '.npmrc', ...manifests]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(template, path), join(folder, path))
  }
  return installed(folder, 'ci')
}

const ofTaro = (template: string, folder: string): Installation => {
  const { dependencies, devDependencies } = manifestOf(template)
  const all = Object.entries({ ...dependencies, ...devDependencies })
  const kept = Object.fromEntries(all.filter(([name]) => OF_TARO.test(name)))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: kept }))
  cpSync(join(template, '.npmrc'), join(folder, '.npmrc'))
  run(folder, 'npm', 'install', '--package-lock-only')
  // `npm ci` refuses this lock file: it lacks binaries of Taro's that the registry does not have.
  return installed(folder, 'install')
}

/** `npm ci` of the template, and of what `taro init` would have installed of it, each in an empty folder. */
export const measureInstallations = (
  template: string,
): { readonly ours: Installation; readonly taro: Installation } => {
  const home = mkdtempSync(join(tmpdir(), 'costs-'))
  const empty = (name: string) => {
    mkdirSync(join(home, name))
    return join(home, name)
  }
  try {
    return { ours: ours(template, empty('ours')), taro: ofTaro(template, empty('taro')) }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

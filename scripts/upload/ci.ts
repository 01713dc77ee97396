import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

/** The version that is downloaded. Not among the packages of the project: it is large, and only those who upload need it. */
const VERSION = '2.1.42'
const FOLDER = '.cache/miniprogram-ci'
const MODULE = join(FOLDER, 'node_modules/miniprogram-ci')

interface Sent {
  readonly project: object
  readonly version: string
  readonly desc: string
  readonly robot: number
  readonly setting: Readonly<Record<string, boolean>>
  readonly onProgressUpdate: (task: unknown) => void
}

interface Shown extends Sent {
  readonly qrcodeFormat: 'terminal'
}

/** What is used of miniprogram-ci (developers.weixin.qq.com/miniprogram/dev/devtools/ci.html). */
export interface MiniprogramCi {
  readonly Project: new (options: {
    readonly appid: string
    readonly type: 'miniProgram'
    readonly projectPath: string
    readonly privateKeyPath: string
    readonly ignores: readonly string[]
  }) => object
  readonly upload: (sent: Sent) => Promise<unknown>
  readonly preview: (shown: Shown) => Promise<unknown>
}

const install = (root: string): void => {
  const folder = join(root, FOLDER)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--save-exact']
  execFileSync('npm', ['install', ...options, `miniprogram-ci@${VERSION}`], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}

const isInstalled = (root: string): boolean => {
  const manifest = join(root, MODULE, 'package.json')
  const require = createRequire(resolve(root, 'package.json'))
  return existsSync(manifest) && (require(manifest) as { version?: unknown }).version === VERSION
}

/**
 * Loads miniprogram-ci: from the path in MINIPROGRAM_CI where that is set (another copy, or one that an administrator
 * has installed), else from the cache folder, into which it is downloaded once.
 * @param mayInstall asks whether to download; throws when the answer is no
 */
export const loadCi = async (
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  mayInstall: (what: string) => Promise<boolean>,
): Promise<MiniprogramCi> => {
  const require = createRequire(resolve(root, 'package.json'))
  const given = env['MINIPROGRAM_CI'] ?? ''
  if (given !== '') return require(resolve(root, given)) as MiniprogramCi
  if (!isInstalled(root)) {
    if (!(await mayInstall(`miniprogram-ci ${VERSION} (about 100 MB) into ${FOLDER}`))) {
      throw new Error('Nothing was uploaded: miniprogram-ci is needed for it.')
    }
    install(root)
  }
  return require(resolve(root, MODULE)) as MiniprogramCi
}

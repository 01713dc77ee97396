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

type Env = Readonly<NodeJS.ProcessEnv>

const install = (root: string, env: Env): void => {
  const folder = join(root, FOLDER)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  // Below "npm run --silent", npm itself would not say why it failed.
  const options = [
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--save-exact',
  ]
  try {
    execFileSync('npm', ['install', ...options, `miniprogram-ci@${VERSION}`], {
      cwd: folder,
      env,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
  } catch {
    throw new Error(
      'Nothing was uploaded: npm could not download miniprogram-ci, see above. Set MINIPROGRAM_CI to the path of another copy where there is no network.',
    )
  }
}

const isInstalled = (root: string): boolean => {
  const manifest = join(root, MODULE, 'package.json')
  const require = createRequire(resolve(root, 'package.json'))
  return existsSync(manifest) && (require(manifest) as { version?: unknown }).version === VERSION
}

const givenCopy = (require: NodeJS.Require, path: string): MiniprogramCi => {
  try {
    return require(path) as MiniprogramCi
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new Error(`MINIPROGRAM_CI names ${path}, which cannot be loaded: ${why}`)
  }
}

/**
 * Loads miniprogram-ci: from the path in MINIPROGRAM_CI where that is set (another copy, or one that an administrator
 * has installed), else from the cache folder, into which it is downloaded once.
 * Throws a sentence when there is none.
 * @param mayInstall asks whether to download
 */
export const loadCi = async (
  root: string,
  env: Env,
  mayInstall: (what: string) => Promise<boolean>,
): Promise<MiniprogramCi> => {
  const require = createRequire(resolve(root, 'package.json'))
  const given = env['MINIPROGRAM_CI'] ?? ''
  if (given !== '') return givenCopy(require, resolve(root, given))
  if (!isInstalled(root)) {
    if (!(await mayInstall(`miniprogram-ci ${VERSION} (about 100 MB) into ${FOLDER}`))) {
      throw new Error('Nothing was uploaded: miniprogram-ci is needed for it.')
    }
    install(root, env)
  }
  return require(resolve(root, MODULE)) as MiniprogramCi
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { connect as open } from 'node:net'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseEnv } from 'node:util'
import { readSettings } from '../../config/settings'
import { appidIn } from '../code/appid'
import { floorOf } from '../floor/floor-of'
import type { Bundle, Project } from './project'

const TIMEOUT_MS = 3_000
const ENV_FILES = ['.env', '.env.local', '.env.production', '.env.production.local']
const READ = /\.(js|json|wxml)$/

type Env = Record<string, string | undefined>

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')

const envOf = (root: string, files: readonly string[]): Env =>
  Object.assign(
    {},
    ...files
      .filter((file) => existsSync(join(root, file)))
      .map((file) => parseEnv(read(root, file))),
    process.env,
  ) as Env

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : []

const bundleIn = (folder: string): Bundle | undefined => {
  const files = filesIn(folder).map((path) => {
    const content = readFileSync(path)
    const text = READ.test(path) ? content.toString() : ''
    const name = path.slice(folder.length + 1).replaceAll('\\', '/')
    return [name, { bytes: content.length, text }] as const
  })
  return files.length === 0 ? undefined : new Map(files)
}

const newest = (paths: readonly string[]): number =>
  Math.max(0, ...paths.map((path) => statSync(path).mtimeMs))

const serverIn = async (root: string): Promise<Project['server']> => {
  const file = resolve(root, 'server/src/settings/settings.ts')
  if (!existsSync(file)) return undefined
  // By its path, because a project may do without the server.
  const { readSettings: check } = (await import(pathToFileURL(file).href)) as {
    readSettings: (env: Env) => void
  }
  return { env: envOf(root, ['server/.env']), check }
}

const connect = (host: string, port: number): Promise<void> =>
  new Promise((done, fail) => {
    const socket = open({ host, port, timeout: TIMEOUT_MS })
    const end = (settle: () => void) => () => {
      socket.destroy()
      settle()
    }
    socket.once('connect', end(done))
    socket.once(
      'timeout',
      end(() => fail(new Error('timeout'))),
    )
    socket.once('error', (error) => end(() => fail(error))())
  })

const dateOf = (url: string): Promise<string | undefined> =>
  fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(TIMEOUT_MS) })
    .then(({ headers }) => headers.get('date') ?? undefined)
    .catch(() => undefined)

/** Reads what the checks look at from the project in the folder `root`. */
export const readProject = async (root: string): Promise<Project> => {
  const manifest = JSON.parse(read(root, 'package.json')) as {
    engines?: { node?: string }
    dependencies?: Record<string, string>
    devDependencies?: Record<string, string>
  }
  const env = envOf(root, ENV_FILES)
  const settings = readSettings(env)
  const built = join(root, 'dist/weapp')
  const legal = filesIn(join(root, 'src/features/legal')).filter((path) => path.endsWith('.ts'))
  return {
    node: process.versions.node,
    engines: manifest.engines?.node ?? '',
    packages: { ...manifest.dependencies, ...manifest.devDependencies },
    appid: appidIn(root),
    env,
    settingsFaults: 'faults' in settings ? settings.faults : [],
    server: await serverIn(root),
    bundle: bundleIn(built),
    isStale: newest(filesIn(join(root, 'src'))) > newest(filesIn(built)),
    legal: new Map(legal.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')])),
    floor: floorOf(join(root, '.browserslistrc')),
    now: Date.now,
    connect,
    dateOf,
  }
}

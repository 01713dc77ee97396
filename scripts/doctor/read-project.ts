import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { connect as open } from 'node:net'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseEnv } from 'node:util'
import { readSettings } from '../../config/settings'
import { appidIn } from '../code/appid'
import { readJson } from '../code/read-json'
import { floorOf } from '../floor/floor-of'
import type { Bundle, Project } from './project'

const TIMEOUT_MS = 3_000
const ENV_FILES = ['.env', '.env.local', '.env.production', '.env.production.local']
/** What a build reads beside src/. */
const BUILT_FROM = [...ENV_FILES, '.browserslistrc', 'babel.config.js', 'package-lock.json']
const READ = /\.(js|json|wxml)$/

type Env = Record<string, string | undefined>

const envOf = (root: string, files: readonly string[]): Env =>
  Object.assign(
    {},
    ...files
      .filter((file) => file !== '' && existsSync(resolve(root, file)))
      .map((file) => parseEnv(readFileSync(resolve(root, file), 'utf8'))),
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
  const env = envOf(root, [process.env['ENV_FILE'] ?? 'server/.env'])
  try {
    // By its path, because a project may do without the server.
    const { readSettings: check } = (await import(pathToFileURL(file).href)) as {
      readSettings: (env: Env) => void
    }
    return { env, check }
  } catch (error) {
    const check = () => {
      const [why] = (error instanceof Error ? error.message : String(error)).split('\n')
      throw new Error(`server/src/settings/settings.ts cannot be loaded: ${why}`)
    }
    return { env, check }
  }
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
  const manifest = readJson(join(root, 'package.json')) as {
    engines?: { node?: string }
    dependencies?: Record<string, string>
    devDependencies?: Record<string, string>
  }
  const env = envOf(root, ENV_FILES)
  const settings = readSettings(env)
  const built = join(root, 'dist/weapp')
  const settingsOfBuild = BUILT_FROM.map((file) => join(root, file)).filter((it) => existsSync(it))
  const sources = ['src', 'config'].flatMap((folder) => filesIn(join(root, folder)))
  const floor = join(root, '.browserslistrc')
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
    isStale: newest([...sources, ...settingsOfBuild]) > newest(filesIn(built)),
    legal: new Map(legal.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')])),
    floor: existsSync(floor) ? floorOf(floor) : '',
    now: Date.now,
    connect,
    dateOf,
  }
}

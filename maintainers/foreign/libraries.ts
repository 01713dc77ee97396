import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))

/** A library of components as npm has it. */
export interface Library {
  name: string
  /** Folder of what is to be in `miniprogram_npm/<name>`. */
  folder: string
}

const LIBRARIES: readonly Library[] = [
  { name: 'tdesign-miniprogram', folder: 'tdesign-miniprogram/miniprogram_dist' },
  { name: '@vant/weapp', folder: '@vant/weapp/dist' },
  { name: 'weui-miniprogram', folder: 'weui-miniprogram/miniprogram_dist' },
  { name: 'lin-ui', folder: 'lin-ui/dist' },
  { name: 'wux-weapp', folder: 'wux-weapp/packages/lib' },
  { name: 'iview-weapp', folder: 'iview-weapp/dist' },
  { name: 'mp-html', folder: 'mp-html/dist/mp-weixin' },
].map(({ name, folder }) => ({ name, folder: join(HERE, 'node_modules', folder) }))

/** The libraries; throws with what to run when they are not installed. */
export const installedLibraries = (): readonly Library[] => {
  const missing = LIBRARIES.find(({ folder }) => !existsSync(folder))
  if (missing === undefined) return LIBRARIES
  throw new Error(`${missing.name} is not installed: run npm install in maintainers/foreign.`)
}

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )

/** The version that is installed. */
export const versionOf = ({ name }: Library): string => {
  const json = readFileSync(join(HERE, 'node_modules', name, 'package.json'), 'utf8')
  return (JSON.parse(json) as { version: string }).version
}

/** The files of a library by their path in a mini-program. */
export const filesOf = ({ name, folder }: Library): ReadonlyMap<string, () => string> =>
  new Map(
    filesUnder(folder).map((file) => [
      `miniprogram_npm/${name}/${file}`,
      () => readFileSync(join(folder, file), 'utf8'),
    ]),
  )

const isComponent = (folder: string, json: string) => {
  const file = join(folder, json)
  const isCalledOne = /"component"\s*:\s*true/.test(readFileSync(file, 'utf8'))
  return isCalledOne && existsSync(file.replace(/json$/, 'wxml'))
}

/** The paths of all components of a library, from its root. */
export const componentsOf = ({ folder }: Library): readonly string[] =>
  filesUnder(folder)
    .filter((name) => name.endsWith('.json') && isComponent(folder, name))
    .map((name) => relative('.', name.replace(/\.json$/, '')))
    .sort()

import type { Tree } from '../../code/tree'
import { importsOf, isCode, resolveImport } from './modules'

/** Who imports which name of which file: by `path#name`, the importing files. */
export interface Graph {
  readonly users: ReadonlyMap<string, ReadonlySet<string>>
  readonly reachable: ReadonlySet<string>
}

// What a page of one's own calls its endpoints by (docs/app-api.md).
const API = /^src\/auth\/useEndpoint\.ts$/

/** Whether a file is there for code that the project has yet to write: it stays, exports and all, where nothing uses it. */
export const isApi = (path: string): boolean => API.test(path)

/** Files that Taro, Jest, npm or node find by convention, not by import. */
const ENTRIES = [
  /^src\/app\.(tsx|config\.ts)$/,
  /^src\/pages\/.*index(\.config)?\.tsx?$/,
  API,
  /^config\/(index|slim\/(index|minifier))\.ts$/,
  /^types\//,
  /^scripts\/[^/]+$/,
  /^scripts\/[^/]+\/(main|start)\.ts$/,
  /^scripts\/size\/empty-app\//,
  /^(server(?!\/test\/wechat\/)|simulator|cloud|maintainers)\//,
  /^[^/]+$/,
]

const TESTS = [/^test\/.*\.test\.tsx?$/, /^test\/setup\//, /^test\/kit\/stubs\//]

const matches = (patterns: readonly RegExp[], path: string) =>
  patterns.some((pattern) => pattern.test(path))

/** The files reachable from entries (of production, or with the tests' too), and who uses their exports. */
export const graphOf = (tree: Tree, kind: 'production' | 'all'): Graph => {
  const paths = new Set(tree.paths())
  const users = new Map<string, Set<string>>()
  const reachable = new Set<string>()
  const isEntry = (path: string) =>
    matches(ENTRIES, path) || (kind === 'all' && matches(TESTS, path))
  const waiting = [...paths].filter((path) => isCode(path) && isEntry(path))
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reachable.has(path)) continue
    reachable.add(path)
    if (!isCode(path)) continue
    for (const { specifier, names } of importsOf(path, tree.read(path))) {
      for (const target of resolveImport(path, specifier, paths)) {
        waiting.push(target)
        for (const { imported } of names) {
          const key = `${target}#${imported}`
          const known = users.get(key) ?? new Set()
          users.set(key, known.add(path))
        }
      }
    }
  }
  return { users, reachable }
}

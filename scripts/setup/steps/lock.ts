import type { Tree } from '../../code/tree'

interface Locked {
  name?: string
  version?: string
  link?: boolean
  resolved?: string
  workspaces?: string[]
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  [key: string]: unknown
}

interface Lock {
  name: string
  version: string
  packages: Record<string, Locked>
  [key: string]: unknown
}

const FILE = 'package-lock.json'
const COPIED = [
  'name',
  'version',
  'license',
  'workspaces',
  'dependencies',
  'devDependencies',
  'engines',
] as const

/** The folder in which Node finds a package, seen from another. */
const found = (from: string, name: string, packages: Readonly<Record<string, Locked>>) => {
  for (let folder = from; ;) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (packages[path] !== undefined) return path
    if (folder === '') return undefined
    const at = folder.lastIndexOf('/node_modules/')
    folder = at >= 0 ? folder.slice(0, at) : ''
  }
}

const needs = (locked: Locked, isRoot: boolean): string[] =>
  Object.keys({
    ...locked.dependencies,
    ...locked.optionalDependencies,
    ...locked.peerDependencies,
    ...(isRoot ? locked.devDependencies : {}),
  })

const reachedFrom = (roots: readonly string[], packages: Readonly<Record<string, Locked>>) => {
  const reached = new Set<string>()
  const waiting = [...roots]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const locked = packages[path]
    if (reached.has(path) || locked === undefined) continue
    reached.add(path)
    if (locked.link === true && locked.resolved !== undefined) waiting.push(locked.resolved)
    for (const name of needs(locked, !path.includes('node_modules/'))) {
      const at = found(path, name, packages)
      if (at !== undefined) waiting.push(at)
    }
  }
  return reached
}

const copied = (manifest: Readonly<Record<string, unknown>>, locked: Locked): Locked => {
  const rest = Object.entries(locked).filter(([key]) => !COPIED.some((it) => it === key))
  const own = COPIED.filter((key) => manifest[key] !== undefined)
  return Object.fromEntries([...rest, ...own.map((key) => [key, manifest[key]] as const)])
}

/** Takes out of package.json what it overrides of packages that are not there any more. */
const withoutLostOverrides = (tree: Tree, names: ReadonlySet<string>): void => {
  const { overrides, ...manifest } = JSON.parse(tree.read('package.json')) as {
    overrides?: Record<string, unknown>
  }
  if (overrides === undefined) return
  const kept = Object.entries(overrides).filter(([name]) => names.has(name))
  if (kept.length === Object.keys(overrides).length) return
  const left = kept.length === 0 ? {} : { overrides: Object.fromEntries(kept) }
  tree.write('package.json', `${JSON.stringify({ ...manifest, ...left }, null, 2)}\n`)
}

/** Brings package-lock.json in line with package.json by leaving out what nothing needs: no registry is asked. */
export const pruneLock = (tree: Tree): void => {
  const lock = JSON.parse(tree.read(FILE)) as Lock
  const manifest = JSON.parse(tree.read('package.json')) as Locked & {
    name: string
    version: string
  }
  const packages = { ...lock.packages, '': copied(manifest, lock.packages[''] ?? {}) }
  const workspaces = manifest.workspaces ?? []
  const links = Object.entries(packages)
    .filter(([, { link, resolved }]) => link === true && workspaces.includes(resolved ?? ''))
    .map(([path]) => path)
  const reached = reachedFrom(['', ...workspaces, ...links], packages)
  const kept = Object.entries(packages).filter(([path]) => reached.has(path))
  const names = new Set([...reached].map((path) => path.replace(/^.*node_modules\//, '')))
  withoutLostOverrides(tree, names)
  const { name, version } = manifest
  tree.write(
    FILE,
    `${JSON.stringify({ ...lock, name, version, packages: Object.fromEntries(kept) }, null, 2)}\n`,
  )
}

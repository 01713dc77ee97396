import ts from 'typescript'
import type { Answers } from '../answers/answers'
import type { Leaving } from '../features/feature'
import { eachNode, parse } from '../../code/edits'
import type { Tree } from '../../code/tree'
import { keptScripts } from './scripts'

interface Manifest {
  name: string
  version: string
  description: string
  workspaces?: string[]
  scripts: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  [key: string]: unknown
}

const FILE = 'package.json'
/** What `npm test` runs where a project has slow tests, too. */
const QUICK_TESTS = 'jest.quick.config.mjs'
/** Names that nothing mentions although the project needs them: types, and what tools load by themselves. */
const isNeverNamed = (name: string) => name.startsWith('@types/')

const stringsIn = (path: string, text: string): string[] => {
  const strings: string[] = []
  eachNode(parse(path, text), (node) => {
    if (ts.isStringLiteralLike(node)) strings.push(node.text)
    return undefined
  })
  return strings
}

/** The commands that packages bring, by package, as the lock file has them. */
const commandsIn = (tree: Tree): ReadonlyMap<string, readonly string[]> => {
  const { packages } = JSON.parse(tree.read('package-lock.json')) as {
    packages: Record<string, { bin?: Record<string, string> }>
  }
  return new Map(
    Object.entries(packages).map(([path, { bin }]) => [
      path.replace(/^node_modules\//, ''),
      Object.keys(bin ?? {}),
    ]),
  )
}

const isNamedBy = (name: string, commands: readonly string[]) => (text: string) =>
  text === name ||
  name === `jest-environment-${text}` ||
  commands.includes(text) ||
  text.startsWith(`${name}/`) ||
  text.includes(`/${name}/`) ||
  text.includes(`^${name}$`)

/** Which of its packages the project names: in texts of its code outside of its workspaces, and in its scripts. */
export const mentionedPackages = (tree: Tree): ReadonlySet<string> => {
  const manifest = JSON.parse(tree.read(FILE)) as Manifest
  const commands = commandsIn(tree)
  const strings = tree
    .paths()
    .filter((path) => /\.(tsx?|m?js)$/.test(path) && !/^(server|simulator)\//.test(path))
    .flatMap((path) => stringsIn(path, tree.read(path)))
  const run = Object.values(manifest.scripts).flatMap((script) => script.split(/\s+/))
  const unique = [...new Set([...strings, ...run])]
  return new Set(
    Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter((name) =>
      unique.some(isNamedBy(name, commands.get(name) ?? [])),
    ),
  )
}

/** The names of the scripts of package.json. */
export const scriptsOf = (tree: Tree): string[] =>
  Object.keys((JSON.parse(tree.read(FILE)) as Manifest).scripts)

const omit = <Value>(record: Record<string, Value>, isGone: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !isGone(key)))

/**
 * Writes the project's own package.json: its name, and no scripts, workspaces or packages of what has left.
 * @param before the packages that the template mentioned: those that nothing mentions any more go
 */
export const writePackage = (
  tree: Tree,
  answers: Answers,
  leaving: Leaving,
  before: ReadonlySet<string>,
): void => {
  const manifest = JSON.parse(tree.read(FILE)) as Manifest
  const scripts = { ...keptScripts(tree, manifest.scripts, leaving.scripts) }
  if (tree.has(QUICK_TESTS)) {
    scripts['test:all'] = scripts['test'] ?? ''
    scripts['test'] = scripts['test:quick'] ?? ''
  }
  delete scripts['test:quick']
  const workspaces = manifest.workspaces?.filter((it) => !leaving.workspaces.includes(it)) ?? []
  const next: Manifest = {
    ...manifest,
    name: answers.name,
    version: '0.1.0',
    description: answers.displayNameEn,
    workspaces,
    scripts,
  }
  if (workspaces.length === 0) delete next.workspaces
  tree.write(FILE, `${JSON.stringify(next, null, 2)}\n`)
  const after = mentionedPackages(tree)
  const leaves = (name: string) =>
    leaving.dependencies.includes(name) ||
    (!isNeverNamed(name) && before.has(name) && !after.has(name))
  // Nothing names the declarations of a package: they leave with it.
  const isGone = (name: string) => leaves(name) || leaves(name.replace(/^@types\//, ''))
  const final = {
    ...next,
    dependencies: omit(next.dependencies, isGone),
    devDependencies: omit(next.devDependencies, isGone),
  }
  tree.write(FILE, `${JSON.stringify(final, null, 2)}\n`)
}

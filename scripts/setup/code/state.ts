import type { Tree } from '../../code/tree'
import type { Fixed, FixedExport, FixedProps, Knowledge } from './constants'
import { graphOf, type Graph } from './graph'
import { importsOf, isCode, resolveImport } from './modules'
import type { Removal } from './removal'

/** What is known while something is taken out of a project. */
export interface State {
  readonly tree: Tree
  readonly removal: Removal
  readonly fixed: Fixed
  /** Every file there was, to distinguish an import of a removed file from one of a package. */
  readonly original: ReadonlySet<string>
  readonly texts: ReadonlyMap<string, string>
  readonly before: { readonly production: Graph; readonly all: Graph }
  /** Exports that are gone, and exports that are fixed, as `path#name`. */
  readonly gone: Set<string>
  readonly exports: Map<string, FixedExport>
}

const OURS = /^(src|config|test|scripts|types|server\/(src|test))\/|^[^/]+\.(mjs|ts|js)$/

/** The code that a removal may change. The simulator stays or goes as a whole. */
export const ourCode = (tree: Tree): string[] =>
  tree.paths().filter((path) => OURS.test(path) && isCode(path) && !path.endsWith('.scss'))

export const stateOf = (tree: Tree, removal: Removal): State => ({
  tree,
  removal,
  fixed: new Map(Object.entries(removal.fixed)),
  original: new Set(tree.paths()),
  texts: new Map(ourCode(tree).map((path) => [path, tree.read(path)])),
  before: { production: graphOf(tree, 'production'), all: graphOf(tree, 'all') },
  gone: new Set(removal.declarations),
  exports: new Map(),
})

/** Where the names that a file imports come from: by local name, the keys of the exports. */
export const importKeys = (state: State, path: string, text: string): Map<string, string[]> => {
  const keys = new Map<string, string[]>()
  for (const { specifier, names } of importsOf(path, text)) {
    const targets = resolveImport(path, specifier, state.original)
    for (const { imported, local } of names) {
      keys.set(
        local,
        targets.map((target) => `${target}#${imported}`),
      )
    }
  }
  return keys
}

/** Whether every file that this import may mean is gone. */
export const isDangling = (state: State, path: string, specifier: string): boolean => {
  const targets = resolveImport(path, specifier, state.original)
  return targets.length > 0 && targets.every((target) => !state.tree.has(target))
}

/** Local names of imports whose export is gone, or whose file is. */
export const goneNames = (state: State, path: string, text: string): Set<string> => {
  const names = new Set<string>()
  for (const { specifier, names: imported } of importsOf(path, text)) {
    if (!isDangling(state, path, specifier)) continue
    for (const { local } of imported) names.add(local)
  }
  const isTest = path.startsWith('test/')
  for (const [local, keys] of importKeys(state, path, text)) {
    const alive = keys.filter((key) => state.tree.has(key.split('#')[0] ?? ''))
    const isGone = (key: string) => state.gone.has(key) || (isTest && state.exports.has(key))
    if (alive.length > 0 && alive.every(isGone)) names.add(local)
  }
  return names
}

/** What the removal has fixed, as one file sees it. */
export const knowledgeFor = (
  state: State,
  path: string,
  text: string,
  props: FixedProps = new Map(),
): Knowledge => {
  const imported = new Map<string, FixedExport>()
  for (const [local, keys] of importKeys(state, path, text)) {
    const found = keys.map((key) => state.exports.get(key)).find((it) => it !== undefined)
    if (found !== undefined) imported.set(local, found)
  }
  return { fixed: state.fixed, imported, props }
}

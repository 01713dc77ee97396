import { posix } from 'node:path'
import ts from 'typescript'
import type { Tree } from '../../code/tree'
import { applyEdits, eachNode, parse, type Edit } from '../../code/edits'
import { importsOf, isCode, resolveImport } from './modules'
import { relativeTo } from './paths'
import { straighten } from './straighten'

/** What the files of `usedBy` import of a folder that goes, moved to another: `from` and `to` end in a slash. */
export interface Move {
  readonly from: string
  readonly to: string
  readonly usedBy: RegExp
}

const isScript = (path: string) => isCode(path) && !path.endsWith('.scss')

/** The files in `from` that the users reach by import, directly or through each other. */
const reached = (tree: Tree, { from, usedBy }: Move): Set<string> => {
  const paths = new Set(tree.paths())
  const seen = new Set<string>()
  const waiting = tree.paths().filter((path) => usedBy.test(path) && isScript(path))
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const { specifier } of importsOf(path, tree.read(path))) {
      for (const target of resolveImport(path, specifier, paths)) {
        if (!target.startsWith(from) || seen.has(target)) continue
        seen.add(target)
        if (isScript(target)) waiting.push(target)
      }
    }
  }
  return seen
}

type PlaceOf = (path: string) => string

/** Whether a string can name a module: of an import or export, or an argument as in `import()` and `jest.mock()`. */
const canNameModule = ({ parent }: ts.StringLiteral): boolean =>
  ts.isImportDeclaration(parent) ||
  ts.isExportDeclaration(parent) ||
  ts.isCallExpression(parent) ||
  ts.isLiteralTypeNode(parent) ||
  ts.isExternalModuleReference(parent)

/** Imports of a file that are written in another way once what `placeOf` moves has moved. */
const importEdits = (
  path: string,
  text: string,
  paths: ReadonlySet<string>,
  placeOf: PlaceOf,
): Edit[] => {
  const edits: Edit[] = []
  eachNode(parse(path, text), (node) => {
    if (!ts.isStringLiteral(node) || !canNameModule(node)) return undefined
    const [target] = resolveImport(path, node.text, paths)
    if (target === undefined) return undefined
    const [from, place] = [placeOf(path), placeOf(target)]
    if (from === path && place === target) return undefined
    const form = target.length - posix.join(posix.dirname(path), node.text).length
    const specifier = relativeTo(from, place.slice(0, place.length - form))
    edits.push({ start: node.getStart() + 1, end: node.getEnd() - 1, text: specifier })
    return undefined
  })
  return edits
}

/** Moves what is used, and writes every import of it, and in it, as it is at the new place. */
export const moveUsed = (tree: Tree, move: Move): void => {
  straighten(tree, move.from, move.usedBy)
  const used = reached(tree, move)
  const paths = new Set(tree.paths())
  const placeOf: PlaceOf = (path) =>
    used.has(path) ? move.to + path.slice(move.from.length) : path
  for (const path of [...paths].filter((it) => isScript(it) || used.has(it))) {
    const text = tree.read(path)
    const edits = isScript(path) ? importEdits(path, text, paths, placeOf) : []
    if (edits.length === 0 && !used.has(path)) continue
    tree.remove(path)
    tree.write(placeOf(path), applyEdits(text, edits))
  }
}

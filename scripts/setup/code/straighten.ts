import ts from 'typescript'
import { applyEdits, parse, type Edit } from '../../code/edits'
import type { Tree } from '../../code/tree'
import { resolveImport } from './modules'
import { relativeTo } from './paths'

/** Where a name that a file passes on is declared: the file, as a module writes it, and the name there. */
interface Declared {
  readonly specifier: string
  readonly name: string
}

const isPassedOn = (
  node: ts.Statement,
): node is ts.ExportDeclaration & {
  readonly moduleSpecifier: ts.StringLiteral
  readonly exportClause: ts.NamedExports
} =>
  ts.isExportDeclaration(node) &&
  node.moduleSpecifier !== undefined &&
  ts.isStringLiteral(node.moduleSpecifier) &&
  node.exportClause !== undefined &&
  ts.isNamedExports(node.exportClause)

/** What `name` of the module at `path` is, seen from `user`: followed through modules that only pass it on. */
const declaredAt = (tree: Tree, user: string, path: string, name: string): Declared => {
  for (const node of parse(path, tree.read(path)).statements.filter(isPassedOn)) {
    const element = node.exportClause.elements.find((it) => it.name.text === name)
    if (element === undefined) continue
    const [target] = resolveImport(path, node.moduleSpecifier.text, new Set(tree.paths()))
    if (target === undefined) break
    return declaredAt(tree, user, target, (element.propertyName ?? element.name).text)
  }
  return { specifier: relativeTo(user, path.replace(/\.tsx?$/, '')), name }
}

const specifierText = ({ name, isTypeOnly }: ts.ImportSpecifier, declared: string): string => {
  const as = declared === name.text ? name.text : `${declared} as ${name.text}`
  return isTypeOnly ? `type ${as}` : as
}

/** One import of a module that passes names on, written as imports of where they are declared. */
const straight = (
  tree: Tree,
  path: string,
  node: ts.ImportDeclaration,
  target: string,
): Edit | undefined => {
  const clause = node.importClause
  const bindings = clause?.namedBindings
  if (bindings === undefined || !ts.isNamedImports(bindings)) return undefined
  const names = new Map<string, string[]>()
  for (const element of bindings.elements) {
    const imported = (element.propertyName ?? element.name).text
    const { specifier, name } = declaredAt(tree, path, target, imported)
    names.set(specifier, [...(names.get(specifier) ?? []), specifierText(element, name)])
  }
  const word = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ? 'import type' : 'import'
  const text = [...names].map(
    ([specifier, list]) => `${word} { ${list.join(', ')} } from '${specifier}'`,
  )
  return { start: node.getStart(), end: node.getEnd(), text: text.join('\n') }
}

const passesOn = (tree: Tree, path: string): boolean =>
  /\.tsx?$/.test(path) && parse(path, tree.read(path)).statements.some(isPassedOn)

/**
 * Writes imports of a package's index, by the files that use it, as imports of the modules behind it: what they do not
 * use of the package is then reached by nothing. `from` is the package's folder, ending in a slash.
 */
export const straighten = (tree: Tree, from: string, usedBy: RegExp): void => {
  const paths = new Set(tree.paths())
  for (const path of [...paths].filter((it) => usedBy.test(it) && /\.tsx?$/.test(it))) {
    const text = tree.read(path)
    if (!text.includes(from)) continue
    const edits: Edit[] = []
    for (const node of parse(path, text).statements.filter(ts.isImportDeclaration)) {
      if (!ts.isStringLiteral(node.moduleSpecifier)) continue
      const [target] = resolveImport(path, node.moduleSpecifier.text, paths)
      if (target === undefined || !target.startsWith(from) || !passesOn(tree, target)) continue
      const edit = straight(tree, path, node, target)
      if (edit !== undefined) edits.push(edit)
    }
    if (edits.length > 0) tree.write(path, applyEdits(text, edits))
  }
}

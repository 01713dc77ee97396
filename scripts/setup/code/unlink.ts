import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem, removeWhole, type Edit } from './edits'
import { goneWith, isNamed } from './gone'
import { isExported, isReference } from './references'
import { removedInTest } from './test-units'

const importEdits = (file: ts.SourceFile, gone: ReadonlySet<string>): Edit[] =>
  file.statements.filter(ts.isImportDeclaration).flatMap((node) => {
    const clause = node.importClause
    const bindings = clause?.namedBindings
    const named = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : []
    const lost = named.filter(({ name }) => gone.has(name.text))
    const isNameLost = clause?.name === undefined || gone.has(clause.name.text)
    const isAll = isNameLost && lost.length === named.length
    if (isAll && (lost.length > 0 || clause?.name !== undefined)) return [removeWhole(node)]
    return lost.map(removeItem)
  })

/** Takes uses out of a file that `isGone` finds, and the smallest part around each that can go. One pass. */
export const withoutUses = (
  path: string,
  text: string,
  isGone: (node: ts.Node) => boolean,
): string => {
  const edits: Edit[] = []
  eachNode(parse(path, text), (node) => {
    if (!isGone(node)) return undefined
    const found = path.startsWith('test/') ? removedInTest(node) : goneWith(node)
    if (found !== undefined) edits.push(found.edit)
    return true
  })
  return applyEdits(text, edits)
}

export interface Unlinked {
  readonly text: string
  /** Exported names that went along. */
  readonly exports: readonly string[]
}

/** Takes names out of a file, and whatever makes no sense without them. One pass. */
export const unlinkFile = (path: string, text: string, names: ReadonlySet<string>): Unlinked => {
  const file = parse(path, text)
  const gone = new Set(names)
  const edits: Edit[] = importEdits(file, gone)
  const exported = new Set<string>()
  for (let size = -1; size !== gone.size;) {
    size = gone.size
    eachNode(file, (node) => {
      if (!isReference(node) || !gone.has(node.text) || ts.isImportSpecifier(node.parent))
        return undefined
      const found = path.startsWith('test/') ? removedInTest(node) : goneWith(node)
      if (found === undefined) return undefined
      edits.push(found.edit)
      for (const name of found.names) gone.add(name)
      return undefined
    })
  }
  eachNode(file, (node) => {
    const name = ts.isVariableDeclaration(node) || isNamed(node) ? node.name : undefined
    if (name === undefined || !ts.isIdentifier(name)) return undefined
    if (gone.has(name.text) && !names.has(name.text) && isExported(node)) exported.add(name.text)
    return undefined
  })
  return { text: applyEdits(text, edits), exports: [...exported] }
}

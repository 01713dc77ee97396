import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem, removeWhole, type Edit } from '../../code/edits'
import { goneWith } from './gone'
import { contains, isReference } from './references'
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
    const found = /\.test\.tsx?$/.test(path) ? removedInTest(node) : goneWith(node)
    if (found !== undefined) edits.push(found.edit)
    return true
  })
  return applyEdits(text, edits)
}

interface GoneName {
  readonly name: string
  readonly scope: ts.Node
}

export interface Unlinked {
  readonly text: string
  /** Names of the module that went along, exported or not. */
  readonly exports: readonly string[]
}

/** Takes names out of a file, and whatever makes no sense without them. One pass. */
export const unlinkFile = (path: string, text: string, names: ReadonlySet<string>): Unlinked => {
  const file = parse(path, text)
  const gone: GoneName[] = [...names].map((name) => ({ name, scope: file }))
  const isGone = (node: ts.Identifier) =>
    gone.some(({ name, scope }) => name === node.text && contains(scope, node))
  const edits: Edit[] = importEdits(file, names)
  const exported = new Set<string>()
  for (let size = -1; size !== gone.length;) {
    size = gone.length
    eachNode(file, (node) => {
      if (!isReference(node) || ts.isImportSpecifier(node.parent) || !isGone(node)) return undefined
      const found = /\.test\.tsx?$/.test(path) ? removedInTest(node) : goneWith(node)
      if (found === undefined) return undefined
      edits.push(found.edit)
      for (const name of found.names) {
        const scope = found.scope ?? file
        if (!gone.some((it) => it.name === name && it.scope === scope)) gone.push({ name, scope })
      }
      return undefined
    })
  }
  for (const { name, scope } of gone) {
    if (scope === file && !names.has(name)) exported.add(name)
  }
  return { text: applyEdits(text, edits), exports: [...exported] }
}

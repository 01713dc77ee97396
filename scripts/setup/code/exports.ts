import ts from 'typescript'
import { applyEdits, eachNode, parse, type Edit } from '../../code/edits'
import { isExported } from './references'

/** The names that a module exports where it declares them. */
export const exportedNames = (path: string, text: string): string[] => {
  const names: string[] = []
  for (const node of parse(path, text).statements) {
    if (ts.isVariableStatement(node)) {
      for (const { name } of node.declarationList.declarations) {
        if (ts.isIdentifier(name) && isExported(node)) names.push(name.text)
      }
    } else if (isExported(node) && 'name' in node) {
      const { name } = node as { name?: ts.Node }
      if (name !== undefined && ts.isIdentifier(name)) names.push(name.text)
    }
  }
  return names
}

/** Declarations of these names without `export`: for the file itself only, if at all. */
export const withoutExport = (path: string, text: string, names: ReadonlySet<string>): string => {
  const edits: Edit[] = []
  for (const node of parse(path, text).statements) {
    const declared = ts.isVariableStatement(node)
      ? node.declarationList.declarations.map(({ name }) => name.getText())
      : 'name' in node && node.name !== undefined
        ? [(node.name as ts.Node).getText()]
        : []
    if (!declared.some((name) => names.has(name)) || !ts.canHaveModifiers(node)) continue
    const flag = ts.getModifiers(node)?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (flag !== undefined) {
      edits.push({ start: flag.getStart(), end: flag.getEnd() + 1, text: '' })
    }
  }
  return applyEdits(text, edits)
}

const returnsIn = (node: ts.Node): ts.ReturnStatement[] => {
  const found: ts.ReturnStatement[] = []
  node.forEachChild((child) =>
    eachNode(child, (inner) => {
      if (ts.isReturnStatement(inner)) found.push(inner)
      return ts.isFunctionLike(inner)
    }),
  )
  return found
}

/** The components of a module that draw nothing, whatever happens. */
export const emptyComponents = (path: string, text: string): string[] =>
  parse(path, text)
    .statements.filter(ts.isFunctionDeclaration)
    .filter(({ name, body }) => {
      if (name === undefined || body === undefined || !/^[A-Z]/.test(name.text)) return false
      const returns = returnsIn(body)
      const isNull = ({ expression }: ts.ReturnStatement) =>
        expression?.kind === ts.SyntaxKind.NullKeyword
      return returns.length > 0 && returns.every(isNull)
    })
    .flatMap(({ name }) => (name === undefined ? [] : [name.text]))

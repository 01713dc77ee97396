import ts from 'typescript'
import { applyEdits, eachNode, parse, type Edit } from '../../code/edits'
import { functionName, functionsOf, isExported } from './references'

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

const isNull = (node: ts.Node | undefined) => node?.kind === ts.SyntaxKind.NullKeyword

const drawsNothing = ({ body }: ts.FunctionDeclaration | ts.ArrowFunction): boolean => {
  if (body === undefined || !ts.isBlock(body)) return isNull(body)
  const returns = returnsIn(body)
  return returns.length > 0 && returns.every(({ expression }) => isNull(expression))
}

/** The components of a module that draw nothing, whatever happens. */
export const emptyComponents = (path: string, text: string): string[] =>
  functionsOf(parse(path, text))
    .filter(drawsNothing)
    .flatMap((node) => functionName(node) ?? [])
    .filter((name) => /^[A-Z]/.test(name))

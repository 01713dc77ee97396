import ts from 'typescript'
import { eachNode, removeWhole, type Edit } from '../../code/edits'
import { isReference } from './references'
import { decided, evaluate, type Literal, type Lookup } from './evaluate'

const literalText = (value: Literal): string =>
  typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : String(value)

const replace = (node: ts.Node, text: string): Edit => ({
  start: node.getStart(),
  end: node.getEnd(),
  text,
})

const insideOf = (statement: ts.Statement): string =>
  ts.isBlock(statement)
    ? statement
        .getSourceFile()
        .text.slice(statement.getStart() + 1, statement.getEnd() - 1)
        .trim()
    : statement.getText()

const foldIf = (node: ts.IfStatement, lookup: Lookup): Edit | undefined => {
  const holds = decided(node.expression, lookup)
  if (holds === undefined) return undefined
  const rest = holds ? node.thenStatement : node.elseStatement
  return rest === undefined ? removeWhole(node) : replace(node, insideOf(rest))
}

/** `true && x` and `false || x` are x; what is known as a whole is handled as a value. */
const foldBinary = (node: ts.BinaryExpression, lookup: Lookup): Edit | undefined => {
  const isAnd = node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
  if (!isAnd && node.operatorToken.kind !== ts.SyntaxKind.BarBarToken) return undefined
  if (decided(node.left, lookup) === isAnd) return replace(node, node.right.getText())
  if (decided(node.right, lookup) === isAnd) return replace(node, node.left.getText())
  return undefined
}

const isJsxChild = (node: ts.Node): node is ts.JsxExpression =>
  ts.isJsxExpression(node) && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))

const isValue = (node: ts.Node): node is ts.Expression =>
  ts.isExpression(node) && (!ts.isIdentifier(node) || isReference(node))

const foldNode = (node: ts.Node, lookup: Lookup): Edit | undefined => {
  if (ts.isIfStatement(node)) return foldIf(node, lookup)
  if (isJsxChild(node) && node.expression !== undefined) {
    const known = evaluate(node.expression, lookup)
    return known?.isFixed === true && typeof known.value !== 'string'
      ? removeWhole(node)
      : undefined
  }
  if (ts.isShorthandPropertyAssignment(node)) {
    const known = evaluate(node.name, lookup)
    if (known?.isFixed !== true) return undefined
    return replace(node, `${node.name.text}: ${literalText(known.value)}`)
  }
  if (!isValue(node)) return undefined
  const known = evaluate(node, lookup)
  if (known?.isFixed === true) return replace(node, literalText(known.value))
  if (ts.isConditionalExpression(node)) {
    const holds = decided(node.condition, lookup)
    if (holds !== undefined) {
      return replace(node, (holds ? node.whenTrue : node.whenFalse).getText())
    }
  }
  return ts.isBinaryExpression(node) ? foldBinary(node, lookup) : undefined
}

/** Replaces what a removal has decided by its outcome: conditions, branches and values. One pass. */
export const foldEdits = (file: ts.SourceFile, lookup: Lookup): Edit[] => {
  const edits: Edit[] = []
  eachNode(file, (node) => {
    const edit = foldNode(node, lookup)
    if (edit !== undefined) edits.push(edit)
    return edit !== undefined
  })
  return edits
}

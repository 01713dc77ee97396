import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem, removeWhole, type Edit } from '../../code/edits'
import { statementOf } from './references'
import { untilStable } from './until-stable'

const between = (node: ts.Node, first: ts.Node, last: ts.Node): string =>
  node.getSourceFile().text.slice(first.getStart(), last.getEnd())

const isEmptyValue = (node: ts.Expression | undefined): boolean =>
  node !== undefined &&
  (node.kind === ts.SyntaxKind.FalseKeyword || node.kind === ts.SyntaxKind.NullKeyword)

const bare = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ? bare(node.expression) : node

/** `...[a, b]` in a list is `a, b`; `...{ a }` in an object likewise. */
const spread = (node: ts.SpreadElement | ts.SpreadAssignment): Edit | undefined => {
  const inner = bare(node.expression)
  const items = ts.isArrayLiteralExpression(inner)
    ? inner.elements
    : ts.isObjectLiteralExpression(inner)
      ? inner.properties
      : undefined
  if (items === undefined) return undefined
  const [first, last] = [items[0], items.at(-1)]
  if (first === undefined || last === undefined) return removeItem(node)
  return { start: node.getStart(), end: node.getEnd(), text: between(inner, first, last) }
}

const isShort = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken

/** What stands between braces among JSX: nothing, or an element that needs no braces. */
const jsxExpression = (node: ts.JsxExpression): Edit | undefined => {
  if (!ts.isJsxElement(node.parent) && !ts.isJsxFragment(node.parent)) return undefined
  const inner = node.expression && bare(node.expression)
  if (inner === undefined) return undefined
  const all = { start: node.getStart(), end: node.getEnd() }
  if (isEmptyValue(inner)) return { ...all, start: node.getFullStart(), text: '' }
  if (isShort(inner) && isEmptyValue(bare((inner as ts.BinaryExpression).right))) {
    return { ...all, start: node.getFullStart(), text: '' }
  }
  const isElement = ts.isJsxElement(inner) || ts.isJsxSelfClosingElement(inner)
  return isElement || ts.isJsxFragment(inner) ? { ...all, text: inner.getText() } : undefined
}

/** `{...{}}` among the attributes of an element. */
const spreadOfNothing = (node: ts.JsxSpreadAttribute): Edit | undefined => {
  const inner = bare(node.expression)
  const isNothing = ts.isObjectLiteralExpression(inner) && inner.properties.length === 0
  return isNothing ? { start: node.getFullStart(), end: node.getEnd(), text: '' } : undefined
}

/** An element that held others and holds none now. */
const emptyElement = (node: ts.JsxElement): Edit | undefined => {
  const isEmpty = node.children.every((child) => ts.isJsxText(child) && child.text.trim() === '')
  const isChild = ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)
  return isEmpty && isChild ? removeWhole(node) : undefined
}

/** What follows a return in the same block is never reached. */
const unreachable = (node: ts.Block): Edit | undefined => {
  const at = node.statements.findIndex((statement) => ts.isReturnStatement(statement))
  const [first, last] = [node.statements[at + 1], node.statements.at(-1)]
  if (at < 0 || first === undefined || last === undefined) return undefined
  return { start: first.getFullStart(), end: last.getEnd(), text: '' }
}

/** `const {} = platform`: all that it took has left. */
const emptyPattern = (node: ts.VariableDeclaration): Edit | undefined =>
  ts.isObjectBindingPattern(node.name) && node.name.elements.length === 0
    ? removeWhole(statementOf(node))
    : undefined

/** `<><Form /></>`: a fragment that holds one element is that element. */
const fragmentOfOne = (node: ts.JsxFragment): Edit | undefined => {
  const children = node.children.filter((child) => !ts.isJsxText(child) || child.text.trim() !== '')
  const [only] = children
  if (only === undefined || children.length > 1) return undefined
  const isElement = ts.isJsxElement(only) || ts.isJsxSelfClosingElement(only)
  return isElement
    ? { start: node.getStart(), end: node.getEnd(), text: only.getText() }
    : undefined
}

const tidyNode = (node: ts.Node): Edit | undefined => {
  if (ts.isVariableDeclaration(node)) return emptyPattern(node)
  if (ts.isJsxFragment(node)) return fragmentOfOne(node)
  if (ts.isSpreadAssignment(node)) return spread(node)
  if (ts.isSpreadElement(node) && ts.isArrayLiteralExpression(node.parent)) return spread(node)
  if (ts.isJsxSpreadAttribute(node)) return spreadOfNothing(node)
  if (ts.isJsxExpression(node)) return jsxExpression(node)
  if (ts.isJsxElement(node)) return emptyElement(node)
  if (ts.isBlock(node)) return unreachable(node)
  if (ts.isJsxAttribute(node) && node.initializer && ts.isJsxExpression(node.initializer)) {
    const value = node.initializer.expression
    if (value === undefined || !ts.isStringLiteral(value) || /["'\\]/.test(value.text)) {
      return undefined
    }
    return {
      start: node.initializer.getStart(),
      end: node.initializer.getEnd(),
      text: `"${value.text}"`,
    }
  }
  return undefined
}

/**
 * Takes away what folding leaves behind that no person would write.
 * @param original the file as it was: what stood there like this is its author's style, and stays
 */
export const tidy = (path: string, text: string, original: string): string =>
  untilStable(text, (before) => {
    const edits: Edit[] = []
    eachNode(parse(path, before), (node) => {
      const edit = tidyNode(node)
      if (edit === undefined || original.includes(node.getText())) return undefined
      edits.push(edit)
      return true
    })
    return applyEdits(before, edits)
  })

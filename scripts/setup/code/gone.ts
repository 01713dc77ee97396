import ts from 'typescript'
import { removeItem, removeWhole, type Edit } from '../../code/edits'
import { scopeOf, statementOf } from './references'

/** What goes when a name is gone: an edit, and the names that are gone with it. */
export interface Gone {
  readonly edit: Edit
  readonly names: readonly string[]
  /** Where those names are known. */
  readonly scope?: ts.Node
}

const asNull = (node: ts.Node): Edit => ({
  start: node.getStart(),
  end: node.getEnd(),
  text: 'null',
})

const namesOf = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) =>
        ts.isOmittedExpression(element) ? [] : namesOf(element.name),
      )

export const declarationGone = (node: ts.VariableDeclaration): Gone => ({
  edit: removeWhole(statementOf(node)),
  names: namesOf(node.name),
  scope: scopeOf(node),
})

const isJsx = (node: ts.Node) =>
  ts.isJsxElement(node) || ts.isJsxFragment(node) || ts.isJsxSelfClosingElement(node)

/** The element that a tag opens, or the element itself. */
const elementOf = (node: ts.Node): ts.Node | undefined => {
  const { parent } = node
  if (ts.isJsxSelfClosingElement(parent) && parent.tagName === node) return parent
  if (ts.isJsxOpeningElement(parent) && parent.tagName === node) return parent.parent
  return undefined
}

const isNamed = (
  node: ts.Node,
): node is ts.FunctionDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration =>
  ts.isFunctionDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node)

/** Whether this node can go as one item of a list. */
const isItem = (node: ts.Node): boolean => {
  const { parent } = node
  if (ts.isObjectLiteralElementLike(node) || ts.isExportSpecifier(node)) return true
  if (ts.isSpreadElement(node) && ts.isArrayLiteralExpression(parent)) return true
  return ts.isArrayLiteralExpression(parent)
}

const unionMember = (node: ts.Node): Edit => {
  const { parent } = node
  const rest = (parent as ts.UnionTypeNode).types.filter((type) => type !== node)
  const text = rest.map((type) => type.getText()).join(' | ')
  return { start: parent.getStart(), end: parent.getEnd(), text }
}

/**
 * What goes with a statement: behind a condition without braces, the condition, or the next statement would stand
 * there; behind `else`, the `else`.
 */
const statementGone = (node: ts.Statement): Edit | undefined => {
  const { parent } = node
  if (ts.isIfStatement(node) && !ts.isIfStatement(parent)) return removeWhole(node)
  if (!ts.isIfStatement(parent)) {
    return ts.isExpressionStatement(node) ? removeWhole(node) : undefined
  }
  if (parent.elseStatement === node) {
    return { start: parent.thenStatement.getEnd(), end: node.getEnd(), text: '' }
  }
  if (parent.thenStatement !== node || parent.elseStatement === undefined) return undefined
  const otherwise = `if (!(${parent.expression.getText()})) ${parent.elseStatement.getText()}`
  return { start: parent.getStart(), end: parent.getEnd(), text: otherwise }
}

/** A list without the condition on its items: `pages.filter(isOffered)`. */
const filterGone = (node: ts.Node): Edit | undefined => {
  const { parent } = node
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== node) return undefined
  const { expression } = parent
  if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'filter') {
    return undefined
  }
  return { start: expression.expression.getEnd(), end: parent.getEnd(), text: '' }
}

/** Climbs from a use of a name that is gone to the smallest part of the code that can go with it. */
export const goneWith = (use: ts.Node): Gone | undefined => {
  const filter = filterGone(use)
  if (filter !== undefined) return { edit: filter, names: [] }
  for (let node = use; !ts.isSourceFile(node); node = node.parent) {
    const element = elementOf(node)
    if (element !== undefined) {
      const isChild = ts.isJsxElement(element.parent) || ts.isJsxFragment(element.parent)
      return { edit: isChild ? removeWhole(element) : asNull(element), names: [] }
    }
    if (ts.isUnionTypeNode(node.parent)) return { edit: unionMember(node), names: [] }
    if (ts.isJsxAttribute(node)) return { edit: removeWhole(node), names: [] }
    if (isItem(node)) return { edit: removeItem(node), names: [] }
    if (ts.isPropertySignature(node)) return { edit: removeWhole(node), names: [] }
    if (ts.isVariableDeclaration(node)) return declarationGone(node)
    if (ts.isBindingElement(node) && ts.isParameter(node.parent.parent)) {
      const { parent: owner } = node.parent.parent
      return { edit: removeItem(node), names: namesOf(node.name), scope: owner }
    }
    if (isNamed(node)) return { edit: removeWhole(node), names: node.name ? [node.name.text] : [] }
    const statement = ts.isStatement(node) ? statementGone(node) : undefined
    if (statement !== undefined) return { edit: statement, names: [] }
    if (ts.isJsxExpression(node) && isJsx(node.parent)) {
      return { edit: removeWhole(node), names: [] }
    }
  }
  return undefined
}

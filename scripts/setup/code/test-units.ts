import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem, removeWhole, type Edit } from '../../code/edits'
import { untilStable } from './until-stable'
import { declarationGone, goneWith, type Gone } from './gone'

const CASES = new Set(['it', 'test'])

const rootOf = (node: ts.Expression): string | undefined => {
  if (ts.isIdentifier(node)) return node.text
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) {
    return rootOf(node.expression)
  }
  return ts.isTaggedTemplateExpression(node) ? rootOf(node.tag) : undefined
}

const calledIn = (node: ts.Node): string | undefined =>
  ts.isExpressionStatement(node) && ts.isCallExpression(node.expression)
    ? rootOf(node.expression)
    : undefined

/** A test or a table of tests. */
const isCase = (node: ts.Node): boolean => CASES.has(calledIn(node) ?? '')

const isGroup = (node: ts.Node): boolean => calledIn(node) === 'describe'

/** A row of a table that tests run over: `it.each([row, …])`. */
const isRow = (node: ts.Node): boolean => {
  const table = node.parent
  if (!ts.isArrayLiteralExpression(table) || !ts.isCallExpression(table.parent)) return false
  const { expression } = table.parent
  return ts.isPropertyAccessExpression(expression) && expression.name.text === 'each'
}

/**
 * Whether a use is by itself an item of a list or record that tests share, `const areas = { home, sms }`, and they take
 * the record as a whole: then it goes without the item.
 */
const isOwnItem = (use: ts.Node, node: ts.Node): boolean => {
  const [list, declaration] = [node.parent, node.parent.parent]
  const isItemOfList = node === use && ts.isArrayLiteralExpression(list)
  const isOfRecord = ts.isShorthandPropertyAssignment(node) && node.name === use
  const owner = isOfRecord || isItemOfList ? declaration : undefined
  if (owner === undefined || !ts.isVariableDeclaration(owner)) return false
  if (!ts.isIdentifier(owner.name) || isInsideCase(owner)) return false
  const { text } = owner.name
  const isTaken = (it: ts.Node) =>
    (ts.isPropertyAccessExpression(it) || ts.isElementAccessExpression(it)) &&
    it.expression.getText() === text
  return !holds(node.getSourceFile(), isTaken)
}

/** What goes in a test file with a use of a name that is gone: the row, the test, or what tests share. */
export const removedInTest = (use: ts.Node): Gone | undefined => {
  for (let node = use; !ts.isSourceFile(node); node = node.parent) {
    if (isRow(node)) return { edit: removeItem(node), names: [] }
    if (isCase(node)) return { edit: removeWhole(node), names: [] }
    if (isGroup(node)) break
    if (isOwnItem(use, node)) return { edit: removeItem(node), names: [] }
    if (ts.isVariableDeclaration(node) && !isInsideCase(node)) return declarationGone(node)
  }
  return goneWith(use)
}

const isInsideCase = (node: ts.Node): boolean => {
  for (let it = node; !ts.isSourceFile(it); it = it.parent) if (isCase(it)) return true
  return false
}

/** The edit that takes the row of a table of tests around a node, if there is one. */
export const rowAround = (node: ts.Node): Edit | undefined => {
  for (let it = node; !ts.isSourceFile(it); it = it.parent) if (isRow(it)) return removeItem(it)
  return undefined
}

/** The edit that takes the test or row of a table around a node, if there is one. */
export const caseAround = (node: ts.Node): Edit | undefined => {
  for (let it = node; !ts.isSourceFile(it); it = it.parent) {
    if (isRow(it)) return removeItem(it)
    if (isCase(it)) return removeWhole(it)
  }
  return undefined
}

/** Takes away tests that set a switch which is fixed now. */
export const withoutAssignedSwitches = (
  path: string,
  text: string,
  fixed: ReadonlyMap<string, unknown>,
): string => {
  const edits: Edit[] = []
  eachNode(parse(path, text), (node) => {
    if (!ts.isBinaryExpression(node) || !fixed.has(node.left.getText())) return undefined
    if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined
    const around = caseAround(node) ?? goneWith(node)?.edit
    if (around !== undefined) edits.push(around)
    return undefined
  })
  return applyEdits(text, edits)
}

const holds = (node: ts.Node, matches: (node: ts.Node) => boolean): boolean => {
  let found = false
  eachNode(node, (inner) => {
    found ||= matches(inner)
    return found
  })
  return found
}

/** Whether a file still tests anything. */
export const hasCases = (path: string, text: string): boolean => holds(parse(path, text), isCase)

const isEmptyTable = (node: ts.Node): boolean =>
  (isCase(node) || isGroup(node)) &&
  holds(
    node,
    (inner) =>
      ts.isArrayLiteralExpression(inner) && inner.elements.length === 0 && isRowTable(inner),
  )

const isRowTable = (node: ts.ArrayLiteralExpression): boolean =>
  ts.isCallExpression(node.parent) &&
  ts.isPropertyAccessExpression(node.parent.expression) &&
  node.parent.expression.name.text === 'each'

/** Takes away groups without tests, and tables without rows. */
export const withoutEmptyGroups = (path: string, text: string): string =>
  untilStable(text, (before) => {
    const edits: Edit[] = []
    eachNode(parse(path, before), (node) => {
      const isEmpty = (isGroup(node) && !holds(node, isCase)) || isEmptyTable(node)
      if (isEmpty) edits.push(removeWhole(node))
      return isEmpty
    })
    return applyEdits(before, edits)
  })

const titleOf = (node: ts.Node): string | undefined => {
  if (!ts.isExpressionStatement(node) || !ts.isCallExpression(node.expression)) return undefined
  const [title] = node.expression.arguments
  return title !== undefined && ts.isStringLiteralLike(title) ? title.text : undefined
}

/** Takes away tests and groups whose titles begin so, and rows of tables that hold one of the words. One pass. */
export const withoutCases = (
  path: string,
  text: string,
  titles: readonly string[],
  rows: ReadonlySet<string>,
): string => {
  const edits: Edit[] = []
  eachNode(parse(path, text), (node) => {
    if (
      (isCase(node) || isGroup(node)) &&
      titles.some((title) => titleOf(node)?.startsWith(title) === true)
    ) {
      edits.push(removeWhole(node))
      return true
    }
    if (!isRow(node)) return undefined
    const word = (inner: ts.Node) => ts.isStringLiteralLike(inner) && rows.has(inner.text)
    if (!holds(node, word)) return undefined
    edits.push(removeItem(node))
    return true
  })
  return applyEdits(text, edits)
}

import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem, removeWhole, type Edit } from '../../code/edits'
import { statementOf } from './references'
import { caseAround } from './test-units'

/** Takes declarations of these names out of a module, with the comments above them. */
export const withoutDeclarations = (
  path: string,
  text: string,
  names: ReadonlySet<string>,
): string => {
  const edits: Edit[] = []
  eachNode(parse(path, text), (node) => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node)
    if (!isDeclaration || !names.has(node.name?.getText() ?? '')) return undefined
    edits.push(removeWhole(ts.isVariableDeclaration(node) ? statementOf(node) : node))
    return true
  })
  return applyEdits(text, edits)
}

/** Takes properties of these names out of a module, of objects and of types; a test that sets one goes as a whole. */
export const withoutProperties = (
  path: string,
  text: string,
  names: ReadonlySet<string>,
): string => {
  const edits: Edit[] = []
  eachNode(parse(path, text), (node) => {
    const isItem = ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)
    // Elsewhere, the value that such a name is fixed to still has to be put in its places.
    const isBound = ts.isBindingElement(node) && path.startsWith('test/')
    const isMethod = ts.isMethodSignature(node) || ts.isMethodDeclaration(node)
    const isMember = ts.isPropertySignature(node) || isMethod || isBound
    const name = isItem || isMember ? node.name : undefined
    const word = name !== undefined && ts.isStringLiteral(name) ? name.text : name?.getText()
    if (word === undefined || !names.has(word)) return undefined
    const isListed = isItem || isBound || ts.isObjectLiteralExpression(node.parent)
    edits.push(caseAround(node) ?? (isListed ? removeItem(node) : removeWhole(node)))
    return true
  })
  return applyEdits(text, edits)
}

/** Which item that holds a word is meant, where lists stand in lists. */
export type Level = 'innermost' | 'outermost'

/** An element of a list, or a property of an object that is a call or a text. */
const isItem = (node: ts.Node): boolean =>
  (ts.isArrayLiteralExpression(node.parent) && ts.isExpression(node)) ||
  (ts.isPropertyAssignment(node) &&
    (ts.isCallExpression(node.initializer) || ts.isStringLiteral(node.initializer)))

const holds = (node: ts.Node, matches: (node: ts.Node) => boolean): boolean => {
  let found = false
  node.forEachChild((child) =>
    eachNode(child, (inner) => {
      found ||= matches(inner)
      return found
    }),
  )
  return found
}

/** Takes items of lists and properties of objects out of a module whose text holds one of the words. */
export const withoutItems = (
  path: string,
  text: string,
  words: readonly string[],
  level: Level = 'innermost',
): string => {
  const edits: Edit[] = []
  const isMeant = (node: ts.Node) =>
    isItem(node) && words.some((word) => node.getText().includes(word))
  eachNode(parse(path, text), (node) => {
    if (!isMeant(node)) return undefined
    const isLast = level === 'outermost' || !holds(node, isMeant)
    if (isLast) edits.push(removeItem(node))
    return isLast
  })
  return applyEdits(text, edits)
}

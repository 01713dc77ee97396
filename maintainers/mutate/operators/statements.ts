import ts from 'typescript'
import { replaced, type Operator } from './operator'

/** A body that returns nothing already. */
const isNothing = (body: ts.Expression): boolean => body.getText() === 'undefined'

/** A statement that is missing, or the whole body of a function. */
export const statements: Operator = (node) => {
  if (ts.isExpressionStatement(node) || ts.isThrowStatement(node)) return [replaced(node, '{}')]
  if (ts.isReturnStatement(node) && node.expression === undefined) return [replaced(node, '{}')]
  if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) return [replaced(node, '{}')]
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body) && !isNothing(node.body)) {
    return [replaced(node.body, '{}')]
  }
  if (ts.isBlock(node) && ts.isFunctionLike(node.parent) && node.statements.length > 1) {
    return [replaced(node, '{}')]
  }
  return []
}

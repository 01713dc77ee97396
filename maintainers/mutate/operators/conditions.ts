import ts from 'typescript'
import { replaced, type Operator } from './operator'

/** A condition that always, or never, holds; a negation that is missing. */
export const conditions: Operator = (node) => {
  if (ts.isIfStatement(node)) {
    return [replaced(node.expression, 'true'), replaced(node.expression, 'false')]
  }
  if (ts.isConditionalExpression(node)) {
    return [replaced(node.condition, 'true'), replaced(node.condition, 'false')]
  }
  // Never `true`: a loop without an end says nothing but that it has none.
  if (ts.isWhileStatement(node)) return [replaced(node.expression, 'false')]
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    return [replaced(node, node.operand.getText())]
  }
  return []
}

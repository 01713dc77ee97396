import ts from 'typescript'
import { replaced, type Operator } from './operator'

/** A call that is not made: its subject, or what it was asked about, goes on as it is. And an `await` that is missing. */
export const calls: Operator = (node) => {
  if (ts.isAwaitExpression(node)) return [replaced(node, node.expression.getText())]
  if (!ts.isCallExpression(node)) return []
  const [first] = node.arguments
  return [
    ...(first === undefined ? [] : [replaced(node, first.getText())]),
    ...(ts.isPropertyAccessExpression(node.expression)
      ? [replaced(node, node.expression.expression.getText())]
      : []),
  ]
}

import ts from 'typescript'
import { replaced, type Operator } from './operator'

const swaps: Readonly<Record<string, readonly string[]>> = {
  '&&': ['||'],
  '||': ['&&'],
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '+=': ['-='],
  '-=': ['+='],
}

/** Another operator: of logic, comparison (the boundary, the opposite) or arithmetic; one side of `??`, `&&` and `||`. */
export const binary: Operator = (node) => {
  if (!ts.isBinaryExpression(node)) return []
  const sign = node.operatorToken.getText()
  const others = (swaps[sign] ?? []).map((other) => replaced(node.operatorToken, other))
  if (!['??', '&&', '||'].includes(sign)) return others
  const sides = [node.left, node.right].map((side) => replaced(node, side.getText()))
  return [...others, ...sides]
}

import ts from 'typescript'

export type Literal = string | boolean | null

/** A value known while removing. `isFixed`: it follows from a removed feature, not from a literal that stood there. */
export interface Known {
  readonly value: Literal
  readonly isFixed: boolean
}

/** The value of a name, property or call that a removal has fixed, as the node reads. */
export type Lookup = (node: ts.Expression) => Literal | undefined

const literalOf = (node: ts.Expression): Known | undefined => {
  if (ts.isStringLiteralLike(node)) return { value: node.text, isFixed: false }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return { value: true, isFixed: false }
  if (node.kind === ts.SyntaxKind.FalseKeyword) return { value: false, isFixed: false }
  if (node.kind === ts.SyntaxKind.NullKeyword) return { value: null, isFixed: false }
  return undefined
}

const isTruthy = ({ value }: Known) => value !== false && value !== null && value !== ''

const compare = (left: Known, right: Known, isEqual: boolean): Known => ({
  value: (left.value === right.value) === isEqual,
  isFixed: left.isFixed || right.isFixed,
})

const binary = (node: ts.BinaryExpression, lookup: Lookup): Known | undefined => {
  const [left, right] = [evaluate(node.left, lookup), evaluate(node.right, lookup)]
  const fixed = [left, right].filter((side) => side?.isFixed === true)
  switch (node.operatorToken.kind) {
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return left && right && compare(left, right, true)
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
      return left && right && compare(left, right, false)
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return (
        fixed.find((side) => side !== undefined && !isTruthy(side)) ??
        (left && right && { ...right, isFixed: fixed.length > 0 })
      )
    case ts.SyntaxKind.BarBarToken:
      return (
        fixed.find((side) => side?.value === true) ??
        (left && right && { ...(isTruthy(left) ? left : right), isFixed: fixed.length > 0 })
      )
    default:
      return undefined
  }
}

/** The value of an expression where it is known; conditions of features have no side effects. */
export const evaluate = (node: ts.Expression, lookup: Lookup): Known | undefined => {
  const fixed = lookup(node)
  if (fixed !== undefined) return { value: fixed, isFixed: true }
  if (ts.isParenthesizedExpression(node)) return evaluate(node.expression, lookup)
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const inner = evaluate(node.operand, lookup)
    return inner && { value: !isTruthy(inner), isFixed: inner.isFixed }
  }
  if (ts.isBinaryExpression(node)) return binary(node, lookup)
  if (ts.isConditionalExpression(node)) {
    const condition = evaluate(node.condition, lookup)
    if (condition?.isFixed !== true) return undefined
    const branch = evaluate(isTruthy(condition) ? node.whenTrue : node.whenFalse, lookup)
    return branch && { ...branch, isFixed: true }
  }
  return literalOf(node)
}

/** Whether the condition holds, where a removal has fixed that. */
export const decided = (node: ts.Expression, lookup: Lookup): boolean | undefined => {
  const known = evaluate(node, lookup)
  return known?.isFixed === true ? isTruthy(known) : undefined
}

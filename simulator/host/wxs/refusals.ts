import type { AnyNode } from 'acorn'

/** JavaScript that is no WXS, by kind of node: what WeChat's own compiler refuses (guide "WXS", statements). */
const REFUSED: Readonly<Record<string, string>> = {
  ForInStatement: 'for…in',
  WithStatement: 'with',
  TryStatement: 'try',
  ThrowStatement: 'throw',
  LabeledStatement: 'a label',
  DebuggerStatement: 'debugger',
  NewExpression: 'new',
}

const refusalOf = (node: AnyNode): string | undefined => {
  if (node.type === 'BinaryExpression' && ['in', 'instanceof'].includes(node.operator)) {
    return node.operator
  }
  if (node.type === 'Property' && node.kind !== 'init') return 'a getter or setter'
  if (node.type === 'Literal' && 'regex' in node) return 'a regular expression, use getRegExp'
  if (node.type === 'Identifier' && !/^[A-Za-z_]\w*$/.test(node.name)) {
    return `the name ${node.name}`
  }
  return REFUSED[node.type]
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value

const childrenOf = (node: AnyNode): AnyNode[] => Object.values(node).flat().filter(isNode)

/** The first part of a program that WXS does not have, with its name; undefined when there is none. */
export const findRefused = (node: AnyNode): { node: AnyNode; what: string } | undefined => {
  const what = refusalOf(node)
  if (what !== undefined) return { node, what }
  for (const child of childrenOf(node)) {
    const found = findRefused(child)
    if (found !== undefined) return found
  }
  return undefined
}

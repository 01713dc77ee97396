import type { AnyNode } from 'acorn'

/**
 * JavaScript that is no WXS, by kind of node (guide "WXS", statements). Default values of parameters and `{name}` for
 * `{name: name}` are no part of the guide, and WeChat's own compiler takes them.
 */
const REFUSED: Readonly<Record<string, string>> = {
  ForInStatement: 'for…in',
  ForOfStatement: 'for…of',
  WithStatement: 'with',
  TryStatement: 'try',
  ThrowStatement: 'throw',
  LabeledStatement: 'a label',
  DebuggerStatement: 'debugger',
  NewExpression: 'new',
  ArrowFunctionExpression: 'an arrow function',
  ClassDeclaration: 'class',
  ClassExpression: 'class',
  TemplateLiteral: 'a template string',
  TaggedTemplateExpression: 'a template string',
  SpreadElement: 'the spread …',
  RestElement: 'the rest …',
  ObjectPattern: 'destructuring',
  ArrayPattern: 'destructuring',
  YieldExpression: 'yield',
  MetaProperty: 'new.target',
  Super: 'super',
}

const refusalOf = (node: AnyNode): string | undefined => {
  switch (node.type) {
    case 'BinaryExpression':
      return ['in', 'instanceof'].includes(node.operator) ? node.operator : undefined
    case 'VariableDeclaration':
      return node.kind === 'var' ? undefined : node.kind
    case 'Property':
      if (node.kind !== 'init') return 'a getter or setter'
      return node.method || node.computed ? 'a method or computed name in an object' : undefined
    case 'Literal':
      return 'regex' in node ? 'a regular expression, use getRegExp' : undefined
    case 'Identifier':
      return /^[A-Za-z_]\w*$/.test(node.name) ? undefined : `the name ${node.name}`
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return node.generator ? 'a generator' : undefined
    default:
      return REFUSED[node.type]
  }
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

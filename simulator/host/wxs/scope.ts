import type { AnyNode, Function as FunctionNode } from 'acorn'

/** The names a function or a module declares. A name found in no scope is WXS's own, or global. */
export interface Scope {
  readonly names: ReadonlySet<string>
  readonly outer: Scope | undefined
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value

const isFunction = (node: AnyNode) =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression'

/** The names that `var` and function declarations bring into the function they stand in. */
const declaredIn = (node: AnyNode): readonly string[] => {
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') {
    return [node.id.name, ...(!node.init ? [] : declaredIn(node.init))]
  }
  if (node.type === 'FunctionDeclaration') return node.id === null ? [] : [node.id.name]
  if (isFunction(node)) return []
  return Object.values(node).flat().filter(isNode).flatMap(declaredIn)
}

/** The scope of a module's top level: what it declares, and `module`. */
export const moduleScope = (body: readonly AnyNode[]): Scope => ({
  names: new Set(['module', ...body.flatMap(declaredIn)]),
  outer: undefined,
})

/** The scope inside a function. */
export const functionScope = (node: FunctionNode, outer: Scope): Scope => {
  const parameters = node.params
    .map((parameter) => (parameter.type === 'AssignmentPattern' ? parameter.left : parameter))
    .flatMap((parameter) => (parameter.type === 'Identifier' ? [parameter.name] : []))
  const own = node.type === 'FunctionExpression' && node.id ? [node.id.name] : []
  return { names: new Set([...own, ...parameters, ...declaredIn(node.body)]), outer }
}

/** Whether a name is declared here or further out. */
export const isDeclared = (scope: Scope | undefined, name: string): boolean =>
  scope !== undefined && (scope.names.has(name) || isDeclared(scope.outer, name))

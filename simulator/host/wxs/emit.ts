import type * as acorn from 'acorn'
import { resolvePath } from '../core/view/paths'
import { functionScope, isDeclared, moduleScope, type Scope } from './scope'

type Node = acorn.AnyNode

/** Where a piece of code stands. */
interface At {
  scope: Scope
  /** The file, for `require`. */
  path: string
}

const text = JSON.stringify
const list = (nodes: readonly (Node | null)[], at: At) =>
  nodes.map((node) => (node === null ? 'undefined' : emit(node, at))).join(', ')

/** Names get a prefix, since WXS allows some that JavaScript keeps for itself: `class`, `await`. */
const local = (name: string) => `v_${name}`

const keyOf = ({ computed, property }: acorn.MemberExpression, at: At) =>
  !computed && property.type === 'Identifier' ? text(property.name) : emit(property, at)

const place = (node: acorn.MemberExpression, at: At) =>
  `${emit(node.object, at)}, ${keyOf(node, at)}`

const functionText = (node: acorn.Function, { scope, path }: At) => {
  const inner = { scope: functionScope(node, scope), path }
  const parameters = node.params.map((parameter) => emit(parameter, inner)).join(', ')
  const name = !node.id ? '' : local(node.id.name)
  return `function ${name}(${parameters}) ${emit(node.body, inner)}`
}

const readName = (name: string, { scope }: At) => {
  if (isDeclared(scope, name)) return local(name)
  if (name === 'undefined') return 'undefined'
  if (name === 'arguments') return 'arguments'
  return `$.global(${text(name)})`
}

/** `target op= value`, with the place worked out once. */
const assign = (target: Node, at: At, value: (current: string) => string): string => {
  if (target.type === 'MemberExpression') {
    return `$.update(${place(target, at)}, (c) => ${value('c')})`
  }
  if (target.type !== 'Identifier') throw new SyntaxError('Only a name or a member is assigned to.')
  const now = value(readName(target.name, at))
  return isDeclared(at.scope, target.name)
    ? `(${local(target.name)} = ${now})`
    : `$.define(${text(target.name)}, ${now})`
}

const assignment = ({ left, operator, right }: acorn.AssignmentExpression, at: At) => {
  const value = emit(right, at)
  if (operator !== '=') {
    return assign(left, at, (current) => `(${current} ${operator.slice(0, -1)} ${value})`)
  }
  if (left.type === 'MemberExpression') return `$.set(${place(left, at)}, ${value})`
  return assign(left, at, () => value)
}

const step = ({ argument, operator, prefix }: acorn.UpdateExpression, at: At) => {
  const by = operator === '++' ? '+ 1' : '- 1'
  if (argument.type === 'MemberExpression' && !prefix) {
    return `$.after(${place(argument, at)}, ${by})`
  }
  if (argument.type === 'Identifier' && isDeclared(at.scope, argument.name)) {
    const name = local(argument.name)
    return prefix ? `(${operator}${name})` : `(${name}${operator})`
  }
  return assign(argument, at, (current) => `(+(${current}) ${by})`)
}

const call = ({ callee, arguments: given }: acorn.CallExpression, at: At) => {
  const values = list(given, at)
  if (callee.type === 'MemberExpression') return `$.call(${place(callee, at)}, [${values}])`
  const isRequire = callee.type === 'Identifier' && callee.name === 'require'
  if (!isRequire || isDeclared(at.scope, 'require')) {
    return `$.plain(${emit(callee, at)}, [${values}])`
  }
  const [wanted] = given
  if (wanted?.type !== 'Literal' || typeof wanted.value !== 'string') {
    throw new SyntaxError('require takes a path in quotes.')
  }
  return `require(${text(`/${resolvePath(at.path, wanted.value).replace(/\.wxs$/, '')}`)})`
}

const unary = ({ operator, argument }: acorn.UnaryExpression, at: At) => {
  if (operator === 'delete') {
    return argument.type === 'MemberExpression' ? `$.remove(${place(argument, at)})` : 'false'
  }
  const isUnknown =
    argument.type === 'Identifier' &&
    argument.name !== 'arguments' &&
    !isDeclared(at.scope, argument.name)
  if (operator === 'typeof' && isUnknown) return `$.typeOf(${text(argument.name)})`
  return `(${operator} ${emit(argument, at)})`
}

const keyText = (key: Node, at: At) => (key.type === 'Identifier' ? text(key.name) : emit(key, at))

type Emit<Kind extends Node['type']> = (node: Extract<Node, { type: Kind }>, at: At) => string

const optional = (node: Node | null | undefined, at: At) => (!node ? '' : emit(node, at))

const EMIT: { [Kind in Node['type']]?: Emit<Kind> } = {
  Identifier: ({ name }, at) => readName(name, at),
  Literal: ({ value }) => (typeof value === 'string' ? text(value) : String(value)),
  ThisExpression: () => '$.self(this)',
  ArrayExpression: ({ elements }, at) => `[${list(elements, at)}]`,
  ObjectExpression: ({ properties }, at) =>
    `({${properties.map((property) => emit(property, at)).join(', ')}})`,
  Property: ({ key, value }, at) => `[${keyText(key, at)}]: ${emit(value, at)}`,
  FunctionExpression: (node, at) => `$.own(${functionText(node, at)})`,
  FunctionDeclaration: (node, at) => `${functionText(node as acorn.Function, at)}`,
  UnaryExpression: unary,
  UpdateExpression: step,
  BinaryExpression: ({ left, operator, right }, at) =>
    `(${emit(left, at)} ${operator} ${emit(right, at)})`,
  LogicalExpression: ({ left, operator, right }, at) =>
    `(${emit(left, at)} ${operator} ${emit(right, at)})`,
  AssignmentExpression: assignment,
  ConditionalExpression: ({ test, consequent, alternate }, at) =>
    `(${emit(test, at)} ? ${emit(consequent, at)} : ${emit(alternate, at)})`,
  SequenceExpression: ({ expressions }, at) => `(${list(expressions, at)})`,
  MemberExpression: (node, at) => `$.get(${place(node, at)})`,
  CallExpression: call,
  AssignmentPattern: ({ left, right }, at) => `${emit(left, at)} = ${emit(right, at)}`,
  ParenthesizedExpression: ({ expression }, at) => emit(expression, at),
  ExpressionStatement: ({ expression }, at) => `;${emit(expression, at)};`,
  EmptyStatement: () => ';',
  BlockStatement: ({ body }, at) => `{${statements(body, at)}}`,
  VariableDeclaration: ({ declarations }, at) =>
    `var ${declarations.map((one) => emit(one, at)).join(', ')}`,
  VariableDeclarator: ({ id, init }, at) =>
    !init ? emit(id, at) : `${emit(id, at)} = ${emit(init, at)}`,
  ReturnStatement: ({ argument }, at) => `return ${optional(argument, at)};`,
  IfStatement: ({ test, consequent, alternate }, at) =>
    `if (${emit(test, at)}) {${emit(consequent, at)}}` +
    (!alternate ? '' : ` else {${emit(alternate, at)}}`),
  ForStatement: ({ init, test, update, body }, at) =>
    `for (${optional(init, at)}; ${optional(test, at)}; ${optional(update, at)}) {${emit(body, at)}}`,
  WhileStatement: ({ test, body }, at) => `while (${emit(test, at)}) {${emit(body, at)}}`,
  DoWhileStatement: ({ test, body }, at) => `do {${emit(body, at)}} while (${emit(test, at)});`,
  BreakStatement: () => 'break;',
  ContinueStatement: () => 'continue;',
  SwitchStatement: ({ discriminant, cases }, at) =>
    `switch (${emit(discriminant, at)}) {${cases.map((one) => emit(one, at)).join(' ')}}`,
  SwitchCase: ({ test, consequent }, at) =>
    `${!test ? 'default' : `case ${emit(test, at)}`}: ${statements(consequent, at)}`,
}

const emit = (node: Node, at: At): string => {
  const one = EMIT[node.type] as Emit<never> | undefined
  if (one === undefined) throw new SyntaxError(`WXS does not support ${node.type}.`)
  return one(node as never, at)
}

/** Functions declared are WXS's own from the start of their scope, as declarations are hoisted. */
const hoisted = (body: readonly Node[]) =>
  body
    .flatMap((node) => (node.type === 'FunctionDeclaration' && node.id !== null ? [node.id] : []))
    .map(({ name }) => `$.own(${local(name)});`)
    .join(' ')

const statements = (body: readonly Node[], at: At) =>
  `${hoisted(body)}${body.map((node) => `${emit(node, at)};`).join('\n')}`

/** The JavaScript of a WXS module: the body of a function of `$` (the runtime) and `require`. */
export const emitModule = ({ body }: acorn.Program, path: string): string =>
  `"use strict"; var v_module = {exports: {}}; ` +
  `${statements(body, { scope: moduleScope(body), path })}\nreturn v_module.exports;`

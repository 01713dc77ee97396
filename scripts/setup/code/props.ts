import ts from 'typescript'
import { applyEdits, eachNode, parse, removeItem, removeWhole, type Edit } from '../../code/edits'
import { evaluate, type Literal, type Lookup } from './evaluate'
import { functionName, functionsOf } from './references'

/** One use of a component: what its properties are fixed to, by name; `undefined` for what is not fixed. */
export interface Usage {
  readonly component: string
  readonly props: ReadonlyMap<string, Literal | undefined>
  readonly hasSpread: boolean
}

const valueOf = (
  node: ts.JsxAttribute,
  lookup: Lookup,
  isChanged: boolean,
): Literal | undefined => {
  const { initializer } = node
  if (initializer === undefined || !ts.isJsxExpression(initializer)) return undefined
  const known = initializer.expression && evaluate(initializer.expression, lookup)
  // In a file that folding has changed, a literal may be the outcome.
  return known !== undefined && (known.isFixed || isChanged) ? known.value : undefined
}

/** The uses of components in a file, by the name it knows them by. */
export const usagesIn = (file: ts.SourceFile, lookup: Lookup, isChanged: boolean): Usage[] => {
  const usages: Usage[] = []
  eachNode(file, (node) => {
    if (!ts.isJsxOpeningElement(node) && !ts.isJsxSelfClosingElement(node)) return undefined
    if (!ts.isIdentifier(node.tagName)) return undefined
    const { properties } = node.attributes
    const attributes = properties.filter(ts.isJsxAttribute)
    usages.push({
      component: node.tagName.text,
      props: new Map(attributes.map((it) => [it.name.getText(), valueOf(it, lookup, isChanged)])),
      hasSpread: attributes.length < properties.length,
    })
    return undefined
  })
  return usages
}

/** Takes properties out of every use of a component in a file. */
export const withoutAttributes = (
  path: string,
  text: string,
  component: string,
  names: ReadonlySet<string>,
): string => {
  const edits: Edit[] = []
  eachNode(parse(path, text), (node) => {
    if (!ts.isJsxAttribute(node) || !names.has(node.name.getText())) return undefined
    if (node.parent.parent.tagName.getText() === component) edits.push(removeWhole(node))
    return undefined
  })
  return applyEdits(text, edits)
}

const typeMembers = (
  file: ts.SourceFile,
  type: ts.TypeNode | undefined,
): ts.NodeArray<ts.TypeElement> | undefined => {
  if (type === undefined) return undefined
  if (ts.isTypeLiteralNode(type)) return type.members
  const name = type.getText()
  return file.statements.filter(ts.isInterfaceDeclaration).find((it) => it.name.text === name)
    ?.members
}

/** Takes properties out of a component's parameter and its type; the names that the parameter bound. */
export const withoutParameters = (
  path: string,
  text: string,
  component: string,
  names: ReadonlySet<string>,
): string => {
  const file = parse(path, text)
  const owner = functionsOf(file).find((node) => functionName(node) === component)
  const parameter = owner?.parameters[0]
  if (parameter === undefined || !ts.isObjectBindingPattern(parameter.name)) return text
  const bound = parameter.name.elements.filter(({ name }) => names.has(name.getText()))
  const members = typeMembers(file, parameter.type) ?? []
  const typed = members.filter(({ name }) => name !== undefined && names.has(name.getText()))
  const isWhole = bound.length === parameter.name.elements.length
  const parameterEdits = isWhole
    ? [{ start: parameter.getStart(), end: parameter.getEnd(), text: '' }]
    : [...bound.map(removeItem), ...typed.map(removeWhole)]
  return applyEdits(text, parameterEdits)
}

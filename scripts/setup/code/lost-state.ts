import ts from 'typescript'
import { eachNode } from '../../code/edits'
import { isReference } from './references'

const isStateHook = ({ initializer }: ts.VariableDeclaration): boolean =>
  initializer !== undefined &&
  ts.isCallExpression(initializer) &&
  initializer.expression.getText() === 'useState'

/** Whether a name only makes React begin anew: `key={name}`. */
const isKeyOnly = (file: ts.SourceFile, name: string): boolean => {
  let isOnly = true
  eachNode(file, (node) => {
    if (!isReference(node) || node.text !== name) return undefined
    const attribute = node.parent.parent
    isOnly &&= ts.isJsxAttribute(attribute) && attribute.name.getText() === 'key'
    return undefined
  })
  return isOnly
}

const nameOf = (element: ts.ArrayBindingElement | undefined): string | undefined =>
  element !== undefined && ts.isBindingElement(element) ? element.name.getText() : undefined

/**
 * Names of React states that say nothing any more: the setter of one that is not read, and one that nothing sets and
 * that is no more than a key.
 * @param original the file as it was: what stood there like this stays
 */
export const lostStates = (file: ts.SourceFile, original: string): Set<string> => {
  const names = new Set<string>()
  eachNode(file, (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isArrayBindingPattern(node.name)) return undefined
    if (!isStateHook(node) || original.includes(node.name.getText())) return undefined
    const [value, setter] = node.name.elements.map(nameOf)
    if (value === undefined && setter !== undefined) names.add(setter)
    if (value !== undefined && setter === undefined && isKeyOnly(file, value)) names.add(value)
    return undefined
  })
  return names
}

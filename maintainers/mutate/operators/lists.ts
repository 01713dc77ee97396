import ts, { type Node } from 'typescript'
import type { Change } from '../mutant'
import type { Operator } from './operator'

/** Takes an element out, with the comma that follows it or, for the last one, the one before. */
const without = (elements: readonly Node[], index: number): Change => {
  const element = elements[index]
  const [previous, next] = [elements[index - 1], elements[index + 1]]
  if (element === undefined) throw new RangeError(`There is no element ${index}.`)
  if (next !== undefined) return { start: element.getStart(), end: next.getStart(), text: '' }
  const start = previous === undefined ? element.getStart() : previous.getEnd()
  return { start, end: element.getEnd(), text: '' }
}

const elementsOf = (node: Node): readonly Node[] => {
  if (ts.isObjectLiteralExpression(node)) return node.properties
  if (ts.isArrayLiteralExpression(node)) return node.elements
  // A call with one argument less: `and(mine, valid)`.
  if (ts.isCallExpression(node) && node.arguments.length > 1) return node.arguments
  return []
}

/** A property, an element or an argument that is missing. */
export const lists: Operator = (node) => {
  const elements = elementsOf(node)
  return elements.map((_, index) => without(elements, index))
}

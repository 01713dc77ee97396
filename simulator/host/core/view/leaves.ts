import type { Element } from 'glass-easel'
import { isHidden } from './hidden'
import { childrenOf, tagOf } from './tree'

/** An element on screen that holds no others. */
export interface Leaf {
  tag: string
  id: string
  class: string
}

const elements = new WeakMap<Leaf, Element>()

const leaf = (element: Element): Leaf => {
  const made = { tag: tagOf(element) ?? '', id: element.id, class: element.class }
  elements.set(made, element)
  return made
}

/** The elements inside that hold no others, in the order of the page. */
export const leavesOf = (element: Element): readonly Leaf[] => {
  if (isHidden(element)) return []
  const children = childrenOf(element)
  if (children.length > 0) return children.flatMap(leavesOf)
  return tagOf(element) === undefined ? [] : [leaf(element)]
}

/** The element behind a leaf. */
export const leafElement = (of: Leaf): Element => {
  const element = elements.get(of)
  if (element === undefined) throw new Error('This leaf is of another app.')
  return element
}

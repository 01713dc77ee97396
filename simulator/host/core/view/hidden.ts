import type { Element } from 'glass-easel'
import { ancestors } from './tree'

/** Whether the element has `hidden` set itself, to anything but false (component reference, common attributes). */
const saysHidden = (element: Element): boolean => {
  const value: unknown = element.getAttribute('hidden')
  return value !== undefined && value !== null && value !== false
}

/** Whether an element is not drawn, because of its own `hidden` or that of something around it. */
export const isHidden = (element: Element): boolean =>
  [element, ...ancestors(element)].some(saysHidden)

type Drawn = Node & { __wxElement?: Element }

/** The text inside a node as it is drawn: that of hidden elements is left out. */
export const shownText = (node: Node | null): string => {
  if (node === null) return ''
  const { __wxElement: element } = node as Drawn
  if (element !== undefined && saysHidden(element)) return ''
  if (node.nodeType === node.TEXT_NODE) return node.nodeValue ?? ''
  return [...node.childNodes].map(shownText).join('')
}

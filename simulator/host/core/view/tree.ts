import type { Element, GeneralComponent, Node, ShadowRoot } from 'glass-easel'

const isElement = (node: Node): node is Element => 'childNodes' in node

const shadowRootOf = (element: Element): ShadowRoot | null =>
  'getShadowRoot' in element ? (element as GeneralComponent).getShadowRoot() : null

/** Whether an element is a custom component or a page. */
export const isComponent = (element: Element): element is GeneralComponent =>
  shadowRootOf(element) !== null

/**
 * The nodes directly inside as they are drawn: blocks and template uses are none, only what they hold; inside a
 * component is its own template, and where that has a slot, what the page put there. What no slot takes is
 * nowhere.
 */
export const childrenOf = (element: Element): Element[] => {
  const children: Element[] = []
  element.forEachNonVirtualComposedChild((child) => {
    if (isElement(child)) children.push(child)
  })
  return children
}

/** Walks an element and everything inside it as it is drawn. */
export function* drawn(element: Element): Generator<Element> {
  yield element
  for (const child of childrenOf(element)) yield* drawn(child)
}

/** Walks an element and everything inside it, the shadow trees of custom components included. */
export function* descendants(element: Element): Generator<Element> {
  yield element
  const shadow = shadowRootOf(element)
  if (shadow !== null) yield* descendants(shadow)
  for (const child of element.childNodes) {
    if (isElement(child)) yield* descendants(child)
  }
}

/** The first element drawn with this WeChat id, through every shadow root. */
export const findById = (root: Element, id: string): Element | undefined => {
  for (const element of drawn(root)) {
    if (element.id === id) return element
  }
  return undefined
}

/** The tag of a built-in component (`button`, `input`…), or undefined for anything else. */
export const tagOf = (element: Element): string | undefined => {
  const { is } = element as unknown as { is?: string }
  return is?.startsWith('wx-') === true ? is.slice('wx-'.length) : undefined
}

/** The parents of an element, nearest first, crossing from shadow trees to their hosts. */
export function* ancestors(element: Element): Generator<Element> {
  let current: Element | null = element.parentNode ?? hostOf(element)
  while (current !== null) {
    yield current
    current = current.parentNode ?? hostOf(current)
  }
}

/** The outermost parent of an element: its page or the tab bar under it; itself where it is in none. */
export const topOf = (element: Element): Element => [...ancestors(element)].at(-1) ?? element

/** The custom component whose shadow tree begins here; null for anything else. */
export const hostOf = (element: Element): Element | null =>
  'getHostNode' in element ? (element as ShadowRoot).getHostNode() : null

const ready = new WeakSet<GeneralComponent>()

/** Triggers `ready` once on every custom component inside a page, children before parents (guide "component life cycle"). */
export const readyComponents = (root: GeneralComponent) => {
  const components = [...descendants(root)].filter(
    (element): element is GeneralComponent => shadowRootOf(element) !== null,
  )
  for (const component of components.reverse()) {
    if (ready.has(component)) continue
    ready.add(component)
    component.triggerLifetime('ready', [])
  }
}

/** Whether the element is still part of a page that is open. */
export const isOnScreen = (element: Element): boolean => {
  const node = element.getBackendElement() as unknown as { isConnected: boolean } | null
  return node?.isConnected === true
}

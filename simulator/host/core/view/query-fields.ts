import type { Element, GeneralComponent } from 'glass-easel'
import type { Realm } from '../ports'
import { isComponent } from './tree'

/** What a query asks of a node (typings Fields). */
export interface Fields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: readonly string[]
  computedStyle?: readonly string[]
  context?: boolean
  node?: boolean
}

type Answer = Record<string, unknown>

/** The node itself: the framework answers measurements later, by a timer of its own. */
const nodeBehind = (element: Element) =>
  element.getBackendElement() as unknown as HTMLElement | null

const rectOf = (element: Element) => {
  const rect = nodeBehind(element)?.getBoundingClientRect()
  const { left, top, width, height } = rect ?? { left: 0, top: 0, width: 0, height: 0 }
  return { left, top, right: left + width, bottom: top + height, width, height }
}

const scrollOf = (element: Element) => {
  const node = nodeBehind(element)
  return {
    scrollLeft: node?.scrollLeft ?? 0,
    scrollTop: node?.scrollTop ?? 0,
    scrollWidth: node?.scrollWidth ?? 0,
    scrollHeight: node?.scrollHeight ?? 0,
  }
}

const styleOf = (element: Element, names: readonly string[]) => {
  const node = nodeBehind(element)
  const style = node?.ownerDocument.defaultView?.getComputedStyle(node)
  return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(name) ?? '']))
}

const propertiesOf = (element: Element, names: readonly string[]) =>
  Object.fromEntries(
    names.map((name): [string, unknown] => [
      name,
      isComponent(element) ? element.data[name] : element.getAttribute(name),
    ]),
  )

/** Creates the reading of nodes for a selector query; `nodeOf` returns a canvas or a scroll-view as an object. */
export const createQueryFields = (
  { adopt }: Realm,
  nodeOf: (element: Element) => object | null,
) => {
  const of = (element: Element, fields: Fields): Answer => {
    const { left, top, right, bottom, width, height } = rectOf(element)
    const answer: Answer = {
      ...(fields.id === true ? { id: element.id } : {}),
      ...(fields.dataset === true ? { dataset: { ...element.dataset } } : {}),
      ...(fields.mark === true ? { mark: { ...element.collectMarks() } } : {}),
      ...(fields.rect === true ? { left, top, right, bottom } : {}),
      ...(fields.size === true ? { width, height } : {}),
      ...(fields.scrollOffset === true ? scrollOf(element) : {}),
      ...styleOf(element, fields.computedStyle ?? []),
      ...propertiesOf(element, fields.properties ?? []),
    }
    const node = nodeOf(element)
    const objects = {
      ...(fields.node === true ? { node } : {}),
      ...(fields.context === true ? { context: node } : {}),
    }
    return Object.assign(adopt(answer), objects)
  }

  const ofViewport = (component: GeneralComponent, fields: Fields): Answer => {
    const context = component.getBackendContext()
    const width = context?.getWindowWidth() ?? 0
    const height = context?.getWindowHeight() ?? 0
    return adopt({
      ...(fields.id === true ? { id: '' } : {}),
      ...(fields.dataset === true ? { dataset: {} } : {}),
      ...(fields.rect === true ? { left: 0, top: 0, right: width, bottom: height } : {}),
      ...(fields.size === true ? { width, height } : {}),
      ...(fields.scrollOffset === true
        ? { scrollLeft: 0, scrollTop: 0, scrollWidth: width, scrollHeight: height }
        : {}),
    })
  }
  return { of, ofViewport }
}

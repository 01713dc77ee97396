import type { Element } from 'glass-easel'
import { tagOf } from './tree'

/** The attribute as the template set it; an unset one and an empty one are both undefined. */
export const attribute = (element: Element, name: string): unknown => {
  const value: unknown = element.getAttribute(name)
  return value === '' || value === null ? undefined : value
}

/** A boolean attribute: `disabled`, `checked`… */
export const flag = (element: Element, name: string): boolean => {
  const value: unknown = element.getAttribute(name)
  return value === true || value === '' || value === 'true' || value === name
}

interface Held {
  value: unknown
  /** What the template said when the person changed the control. */
  bound: unknown
}

/** The values that people typed or toggled, held by the control until the template says another one. */
export interface Controls {
  read(element: Element): unknown
  write(element: Element, value: unknown): void
  forget(element: Element): void
}

const BOUND: Readonly<Record<string, string>> = {
  swiper: 'current',
  switch: 'checked',
  checkbox: 'checked',
  radio: 'checked',
}

const boundValue = (element: Element) => {
  const name = BOUND[tagOf(element) ?? ''] ?? 'value'
  return name === 'checked' ? flag(element, name) : attribute(element, name)
}

/** Creates the memory of one phone's controls. */
export const createControls = (): Controls => {
  const held = new WeakMap<Element, Held>()
  return {
    read: (element) => {
      const bound = boundValue(element)
      const own = held.get(element)
      return own !== undefined && own.bound === bound ? own.value : bound
    },
    write: (element, value) => void held.set(element, { value, bound: boundValue(element) }),
    forget: (element) => void held.delete(element),
  }
}

import type { Element, NativeNode } from 'glass-easel'
import type { Framework } from '../ports'
import { descendants, tagOf } from '../view/tree'

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

/** The values that people typed or toggled, held by the control until the template says another one. */
export interface Controls {
  read: (element: Element) => unknown
  /** Sets the value, as a person or the control itself does; reports it to `model:` attributes. */
  write: (element: Element, value: unknown) => void
  /** Drops the value of a control, which then has that of the template again. */
  forget: (element: Element) => void
}

/** The attribute that holds the value, where it is not `value`. */
const BOUND: Readonly<Record<string, string>> = {
  swiper: 'current',
  switch: 'checked',
  checkbox: 'checked',
  radio: 'checked',
}

/** Controls whose value is a number, however the template writes it. */
const NUMBERS: readonly string[] = ['slider', 'swiper']

const boundName = (element: Element) => BOUND[tagOf(element) ?? ''] ?? 'value'

const boundValue = (element: Element) => {
  const name = boundName(element)
  if (name === 'checked') return flag(element, name)
  const value = attribute(element, name)
  const isNumber = value !== undefined && NUMBERS.includes(tagOf(element) ?? '')
  return isNumber ? Number(value) : value
}

/** The controls of a group that hold its value: `checkbox` in a `checkbox-group`, `radio` in a `radio-group`. */
export const membersOf = (group: Element): readonly Element[] => {
  const member = tagOf(group)?.replace('-group', '')
  return [...descendants(group)].filter((element) => tagOf(element) === member)
}

const isGroup = (element: Element) => tagOf(element)?.endsWith('-group') === true

/** Reports a two-way binding, such as `model:value` (guide "Two-way binding"). */
const tellModel = (element: Element, value: unknown) => {
  const { getModelBindingListeners } = element as Partial<NativeNode>
  getModelBindingListeners?.call(element as NativeNode)[boundName(element)]?.(value)
}

/** Has `changed` run on every component of WeChat's whose attribute the template sets to another value. */
export const watchAttributes = (
  { glassEasel }: Framework,
  changed: (element: Element, name: string) => void,
) => {
  const prototype = glassEasel.NativeNode.prototype as Element
  const { updateAttribute } = prototype
  prototype.updateAttribute = function watched(this: Element, name: string, value: unknown) {
    const before: unknown = this.getAttribute(name)
    Reflect.apply(updateAttribute, this, [name, value])
    if (before !== value) changed(this, name)
  }
}

/**
 * Creates the memory of one phone's controls. A value that the template sets counts from then on, one that it had
 * before too: what the template says is compared with what it said last, not with what the person sees (component
 * reference "input", value).
 */
export const createControls = (framework: Framework): Controls => {
  const held = new WeakMap<Element, { value: unknown }>()
  watchAttributes(framework, (element, name) => {
    if (name === boundName(element)) held.delete(element)
  })

  const read = (element: Element): unknown => {
    if (isGroup(element)) {
      const chosen = membersOf(element)
        .filter((member) => read(member) === true)
        .map((member) => attribute(member, 'value') ?? '')
      return tagOf(element) === 'radio-group' ? (chosen[0] ?? '') : chosen
    }
    const own = held.get(element)
    return own === undefined ? boundValue(element) : own.value
  }

  return {
    read,
    write: (element, value) => {
      held.set(element, { value })
      tellModel(element, value)
    },
    forget: (element) => {
      if (isGroup(element)) membersOf(element).forEach((member) => held.delete(member))
      held.delete(element)
    },
  }
}

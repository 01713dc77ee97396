import type { Element, GeneralComponent } from 'glass-easel'
import { usesBehavior } from '../view/built-in-behaviors'
import type { Dispatch } from '../view/events'
import { ancestors, hostOf, isComponent, tagOf } from '../view/tree'
import { attribute, type Controls } from './controls'

/** Components that a form collects by `name`, with what each holds when nothing was set (component reference "form"). */
const FIELDS: Readonly<Record<string, unknown>> = {
  input: '',
  textarea: '',
  switch: false,
  slider: 0,
  picker: '',
  'picker-view': [],
  'checkbox-group': [],
  'radio-group': '',
  editor: '',
}

interface Field {
  name: string
  read: () => unknown
  forget: () => void
}

const nameOf = (name: unknown) => (name === undefined || name === null ? '' : String(name))

/** The fields inside, those of a custom component only if it says so (guide "behaviors", form-field-group). */
const fieldsIn = (element: Element, controls: Controls): Field[] => {
  const inside = (from: Element) =>
    [...from.childNodes].flatMap((child) => {
      const found = child.asElement()
      return found === null ? [] : fieldsIn(found, controls)
    })
  if (isComponent(element)) {
    const component: GeneralComponent = element
    const group = usesBehavior(component, 'wx://form-field-group')
    const shadow = group ? component.getShadowRoot() : null
    const inner = [...(shadow === null ? [] : inside(shadow)), ...inside(element)]
    if (!usesBehavior(component, 'wx://form-field')) return inner
    const name = nameOf(component.data['name'])
    const read = (): unknown => component.data['value']
    return name === '' ? inner : [{ name, read, forget: () => undefined }, ...inner]
  }
  const tag = tagOf(element) ?? ''
  const name = nameOf(attribute(element, 'name'))
  const own: Field[] =
    tag in FIELDS && name !== ''
      ? [
          {
            name,
            read: () => controls.read(element) ?? FIELDS[tag],
            forget: () => controls.forget(element),
          },
        ]
      : []
  return [...own, ...inside(element)]
}

/** The form around a button; out of a custom component only if it says so (guide "behaviors", form-field-button). */
const formAround = (button: Element): Element | undefined => {
  let from = button
  for (const element of ancestors(button)) {
    const host = hostOf(from)
    if (host === element && !usesBehavior(host as GeneralComponent, 'wx://form-field-button')) {
      return undefined
    }
    if (tagOf(element) === 'form') return element
    from = element
  }
  return undefined
}

/** What a button with `form-type` does to the form around it. */
export const useForm = (button: Element, controls: Controls, dispatch: Dispatch) => {
  const type = attribute(button, 'form-type')
  if (type !== 'submit' && type !== 'reset') return
  const form = formAround(button)
  if (form === undefined) return
  const fields = fieldsIn(form, controls)
  if (type === 'submit') {
    const value = Object.fromEntries(fields.map(({ name, read }) => [name, read()]))
    dispatch(form, 'submit', { value })
  } else {
    for (const { forget } of fields) forget()
    dispatch(form, 'reset')
  }
}

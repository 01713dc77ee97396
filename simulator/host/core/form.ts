import type { Element } from 'glass-easel'
import { attribute, type Controls } from './controls'
import type { Dispatch } from './events'
import { ancestors, descendants, tagOf } from './tree'

/** Components that a form collects by `name` (component reference "form"). */
const FIELDS: readonly string[] = [
  'input',
  'textarea',
  'switch',
  'slider',
  'picker',
  'checkbox-group',
  'radio-group',
]

const EMPTY: Readonly<Record<string, unknown>> = { switch: false, 'checkbox-group': [], slider: 0 }

const fieldsOf = (form: Element) =>
  [...descendants(form)].filter(
    (element) => FIELDS.includes(tagOf(element) ?? '') && attribute(element, 'name') !== undefined,
  )

/** What a button with `form-type` does to the form around it. */
export const useForm = (button: Element, controls: Controls, dispatch: Dispatch) => {
  const form = [...ancestors(button)].find((element) => tagOf(element) === 'form')
  if (form === undefined) return
  const type = attribute(button, 'form-type')
  if (type === 'submit') {
    const entries = fieldsOf(form).map((field): [string, unknown] => [
      String(attribute(field, 'name')),
      controls.read(field) ?? EMPTY[tagOf(field) ?? ''] ?? '',
    ])
    dispatch(form, 'submit', { value: Object.fromEntries(entries) })
  }
  if (type === 'reset') {
    fieldsOf(form).forEach(controls.forget)
    dispatch(form, 'reset')
  }
}

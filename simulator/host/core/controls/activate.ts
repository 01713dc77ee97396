import type { Element } from 'glass-easel'
import { attribute, flag, membersOf, type Controls } from './controls'
import type { Dispatch } from '../view/events'
import { useForm } from './form'
import type { FollowLink } from './navigator'
import type { OpenPicker } from './picker/open-picker'
import { ancestors, descendants, findById, tagOf, topOf } from '../view/tree'

/** Components that a label switches on. */
const CONTROLS: readonly string[] = ['button', 'switch', 'checkbox', 'radio']

/** Components that act on a tap by themselves, the first of each group that the tap passes as it bubbles. */
const ACTING: readonly (readonly string[])[] = [[...CONTROLS, 'label'], ['picker'], ['navigator']]

const labelled = (label: Element): Element | undefined => {
  const target = attribute(label, 'for')
  if (target !== undefined) return findById(topOf(label), String(target))
  return [...descendants(label)].find((element) => CONTROLS.includes(tagOf(element) ?? ''))
}

/** The components that a tap on `element` may set in motion: WeChat's own, and not disabled. */
export const actingOn = (element: Element): readonly Element[] => {
  const path = [element, ...ancestors(element)]
  return ACTING.flatMap(
    (tags) => path.find((parent) => tags.includes(tagOf(parent) ?? '')) ?? [],
  ).filter((parent) => !flag(parent, 'disabled'))
}

/** Creates what a tap does to a component of WeChat's (component reference). */
export const createActivate = (parts: {
  dispatch: Dispatch
  controls: Controls
  openPicker: OpenPicker
  followLink: FollowLink
  openAbility: (button: Element, openType: string) => void
}) => {
  const { dispatch, controls, openPicker, followLink, openAbility } = parts

  const toggleGroup = (element: Element, groupTag: string) => {
    const group = [...ancestors(element)].find((parent) => tagOf(parent) === groupTag)
    if (group === undefined) return
    if (groupTag === 'radio-group') {
      for (const member of membersOf(group)) controls.write(member, member === element)
    }
    dispatch(group, 'change', { value: controls.read(group) })
  }

  const activate = (element: Element): void => {
    const tag = tagOf(element)
    if (tag === 'picker') openPicker(element)
    if (tag === 'navigator') followLink(element)
    if (tag === 'button') {
      useForm(element, controls, dispatch)
      const openType = attribute(element, 'open-type')
      if (typeof openType === 'string') openAbility(element, openType)
    }
    if (tag === 'switch') {
      const value = controls.read(element) !== true
      controls.write(element, value)
      dispatch(element, 'change', { value } satisfies WechatMiniprogram.SwitchChange['detail'])
    }
    if (tag === 'checkbox' || tag === 'radio') {
      controls.write(element, tag === 'radio' || controls.read(element) !== true)
      toggleGroup(element, `${tag}-group`)
    }
    if (tag === 'label') {
      const control = labelled(element)
      if (control !== undefined && !flag(control, 'disabled')) activate(control)
    }
  }
  return activate
}

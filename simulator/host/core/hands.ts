import type { Element } from 'glass-easel'
import { attribute, flag, type Controls } from './controls'
import type { Dispatch } from './events'
import { useForm } from './form'
import type { Gesture } from './gesture'
import type { Control } from '../../wx/open-abilities'
import type { Screen } from '../../wx/screen'
import type { OpenPicker } from './picker/open-picker'
import { ancestors, descendants, findById, isOnScreen, tagOf } from './tree'

/** What a person can do to a component on screen. */
export interface Hands {
  tap(element: Element): void
  /** The cursor enters an input or textarea; its text becomes another; the cursor leaves. */
  focus(element: Element): void
  edit(element: Element, value: string): void
  blur(element: Element): void
  /** Does all three: types a whole new value into an input or textarea. */
  type(element: Element, value: string): void
  /** Picks in a picker, without its sheet, or lets a slider go. */
  pick(element: Element, value: unknown): void
  /** Drags a slider that is not let go yet. */
  drag(element: Element, value: number): void
  /** Turns a swiper to a page; `autoplay` when it did so by itself. */
  swipe(element: Element, current: number, source: 'touch' | 'autoplay'): void
  /** Presses the confirm key of the keyboard. */
  confirm(element: Element): void
  /** Scrolls a scroll-view to one of its ends. */
  scroll(element: Element, end: 'top' | 'bottom'): void
}

const CONTROLS: readonly string[] = ['button', 'switch', 'checkbox', 'radio']

const labelled = (label: Element): Element | undefined => {
  const target = attribute(label, 'for')
  const scope = [...ancestors(label)].at(-1) ?? label
  if (target !== undefined) return findById(scope, String(target))
  return [...descendants(label)].find((element) => CONTROLS.includes(tagOf(element) ?? ''))
}

const descendantsWithTag = (element: Element, tag: string) =>
  [...descendants(element)].filter((inner) => tagOf(inner) === tag)

/** Creates the hands of the person who holds the phone. */
export const createHands = (parts: {
  dispatch: Dispatch
  controls: Controls
  gesture: Gesture
  screen: Pick<Screen, 'masked'>
  openPicker: OpenPicker
  openAbility: (button: Control, openType: string) => Promise<void>
  reviewNickname: (input: Control, nickname: string) => Promise<void>
}): Hands => {
  const { dispatch, controls, gesture, screen, openPicker, openAbility, reviewNickname } = parts

  /** The component as WeChat's abilities see it. An event for one that has left the screen is lost (WeChat rules 2.3). */
  const controlOf = (element: Element): Control => ({
    id: element.id,
    dataset: element.dataset,
    attribute: (name) => attribute(element, name),
    fire: (name, detail) => {
      if (isOnScreen(element)) dispatch(element, name, detail)
    },
    clear: () => controls.write(element, ''),
  })

  const toggleGroup = (element: Element, groupTag: string) => {
    const group = [...ancestors(element)].find((parent) => tagOf(parent) === groupTag)
    if (group === undefined) return
    const members = [...descendants(group)].filter((member) => tagOf(member) === tagOf(element))
    if (groupTag === 'radio-group') {
      for (const member of members) controls.write(member, member === element)
    }
    const chosen = members
      .filter((member) => controls.read(member) === true)
      .map((member) => attribute(member, 'value'))
    const value = groupTag === 'radio-group' ? chosen[0] : chosen
    controls.write(group, value)
    dispatch(group, 'change', { value })
  }

  const activate = (element: Element) => {
    const tag = tagOf(element)
    if (tag === 'button') {
      useForm(element, controls, dispatch)
      const openType = attribute(element, 'open-type')
      if (typeof openType === 'string') void openAbility(controlOf(element), openType)
    }
    if (tag === 'switch') {
      const value = controls.read(element) !== true
      controls.write(element, value)
      dispatch(element, 'change', { value })
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

  const focus = (element: Element) =>
    dispatch(element, 'focus', { value: controls.read(element) ?? '', height: 0 })
  const edit = (element: Element, value: string) => {
    const limit = Number(attribute(element, 'maxlength') ?? 140)
    const typed = limit < 0 ? value : value.slice(0, limit)
    controls.write(element, typed)
    dispatch(element, 'input', { value: typed, cursor: typed.length, keyCode: 0 })
  }
  const blur = (element: Element) => {
    const value = String(controls.read(element) ?? '')
    dispatch(element, 'blur', { value, cursor: value.length })
    if (attribute(element, 'type') === 'nickname') void reviewNickname(controlOf(element), value)
  }

  return {
    focus,
    edit,
    blur,
    tap: (element) => {
      if (screen.masked() || flag(element, 'disabled')) return
      gesture.during(() => {
        for (const name of ['touchstart', 'touchend', 'tap']) dispatch(element, name)
        const path = [element, ...ancestors(element)]
        const target = path.find((parent) => [...CONTROLS, 'label'].includes(tagOf(parent) ?? ''))
        if (target !== undefined && !flag(target, 'disabled')) activate(target)
        const picker = path.find((parent) => tagOf(parent) === 'picker')
        if (picker !== undefined && !flag(picker, 'disabled')) openPicker(picker)
      })
    },
    type: (element, value) => {
      if (flag(element, 'disabled')) return
      focus(element)
      edit(element, value)
      blur(element)
    },
    pick: (element, value) => {
      if (flag(element, 'disabled')) return
      controls.write(element, value)
      dispatch(element, 'change', { value })
    },
    drag: (element, value) => {
      if (flag(element, 'disabled')) return
      controls.write(element, value)
      dispatch(element, 'changing', { value })
    },
    swipe: (element, current, source) => {
      if (controls.read(element) === current) return
      controls.write(element, current)
      const item = descendantsWithTag(element, 'swiper-item')[current]
      const currentItemId = item === undefined ? '' : String(attribute(item, 'item-id') ?? '')
      dispatch(element, 'change', { current, currentItemId, source })
    },
    confirm: (element) => dispatch(element, 'confirm', { value: controls.read(element) ?? '' }),
    scroll: (element, end) => {
      const direction = end === 'top' ? 'upper' : 'lower'
      dispatch(element, 'scroll', { scrollTop: end === 'top' ? 0 : 1000, scrollHeight: 1500 })
      dispatch(element, `scrollto${direction}`, { direction: end })
    },
  }
}

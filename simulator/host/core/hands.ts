import type { Element } from 'glass-easel'
import type { Control } from '../../wx/open-abilities'
import type { Screen } from '../../wx/screen'
import { actingOn, createActivate } from './activate'
import { attribute, flag, type Controls } from './controls'
import { reachedBy, type Dispatch } from './events'
import type { Gesture } from './gesture'
import type { FollowLink } from './navigator'
import type { OpenPicker } from './picker/open-picker'
import { createPickerViews, type PickerViews } from './picker/picker-view'
import { descendants, isOnScreen, tagOf } from './tree'

/** What a person can do to a component on screen. */
export interface Hands extends PickerViews {
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

/** Creates the hands of the person who holds the phone. */
export const createHands = (parts: {
  dispatch: Dispatch
  controls: Controls
  gesture: Gesture
  screen: Pick<Screen, 'masked'>
  openPicker: OpenPicker
  followLink: FollowLink
  openAbility: (button: Control, openType: string) => Promise<void>
  reviewNickname: (input: Control, nickname: string) => Promise<void>
}): Hands => {
  const { dispatch, controls, gesture, screen, openAbility, reviewNickname } = parts

  /**
   * The component as WeChat's abilities see it. An event for one that has left the screen is lost
   * (docs/wechat.md 8.3).
   */
  const controlOf = (element: Element): Control => ({
    id: element.id,
    dataset: element.dataset,
    attribute: (name) => attribute(element, name),
    fire: (name, detail) => {
      if (isOnScreen(element)) dispatch(element, name, detail)
    },
    clear: () => controls.write(element, ''),
  })

  const activate = createActivate({
    ...parts,
    openAbility: (button, openType) => void openAbility(controlOf(button), openType),
  })

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
    ...createPickerViews(controls, dispatch),
    focus,
    edit,
    blur,
    tap: (element) => {
      if (screen.masked() || flag(element, 'disabled')) return
      gesture.during(() => {
        for (const name of ['touchstart', 'touchend']) dispatch(element, name)
        const tap = () => dispatch(element, 'tap')
        for (const component of reachedBy('tap', actingOn(element), tap)) activate(component)
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
      const items = [...descendants(element)].filter((inner) => tagOf(inner) === 'swiper-item')
      const item = items[current]
      const currentItemId = item === undefined ? '' : String(attribute(item, 'item-id') ?? '')
      const turned = { current, currentItemId, source }
      dispatch(element, 'change', turned satisfies WechatMiniprogram.SwiperChange['detail'])
    },
    confirm: (element) => dispatch(element, 'confirm', { value: controls.read(element) ?? '' }),
    scroll: (element, end) => {
      const direction = end === 'top' ? 'upper' : 'lower'
      dispatch(element, 'scroll', { scrollTop: end === 'top' ? 0 : 1000, scrollHeight: 1500 })
      dispatch(element, `scrollto${direction}`, { direction: end })
    },
  }
}

import type { Element } from 'glass-easel'
import type { Control } from '../../../wx/account/open-abilities'
import type { Screen } from '../../../wx/screen/screen'
import { actingOn, createActivate } from './activate'
import { attribute, flag, type Controls } from './controls'
import { takesText } from './cursor'
import type { Dispatch } from '../view/events'
import { reachedBy } from '../view/reached-by'
import type { Deliver } from '../logic/event-queue'
import type { Gesture } from '../logic/gesture'
import { createKeyboard, type Keyboard } from './keyboard'
import type { FollowLink } from './navigator'
import type { OpenPicker } from './picker/open-picker'
import { createPickerViews, type PickerViews } from './picker/picker-view'
import { createScrollViews, type ScrollPosition } from './scrolling'
import { descendants, isOnScreen, tagOf } from '../view/tree'

/** What a person can do to a component on screen. */
export interface Interactions extends PickerViews {
  tap: (element: Element) => void
  /** The keyboard, for an input or textarea. */
  readonly keyboard: Keyboard
  /** Puts a whole new value into an input or textarea: the cursor enters, the text changes at once, the cursor leaves. */
  fill: (element: Element, value: string) => void
  /** Picks in a picker, without its sheet, or releases a slider. */
  pick: (element: Element, value: unknown) => void
  /** Drags a slider that is not released yet. */
  drag: (element: Element, value: number) => void
  /** Turns a swiper to a page; `autoplay` when it did so by itself. */
  swipe: (element: Element, current: number, source: 'touch' | 'autoplay') => void
  /** Presses the confirm key of the keyboard, which closes unless `confirm-hold` says otherwise. */
  confirm: (element: Element) => void
  /** Scrolls a scroll-view to one of its ends. */
  scroll: (element: Element, end: 'top' | 'bottom') => void
  /** Reports where a scroll-view has been scrolled to, on a screen with a layout. */
  scrolled: (element: Element, at: ScrollPosition) => void
}

/** Creates what the person who holds the phone can do. */
export const createInteractions = (parts: {
  dispatch: Dispatch
  controls: Controls
  gesture: Gesture
  /** Brings events to the logic layer. */
  deliver: Deliver
  screen: Pick<Screen, 'masked'>
  /** Whether the screen itself moves the cursor, where a finger comes down. */
  hasCursor: boolean
  openPicker: OpenPicker
  followLink: FollowLink
  openAbility: (button: Control, openType: string) => Promise<void>
  reviewNickname: (input: Control, nickname: string) => Promise<void>
}): Interactions => {
  const { dispatch, controls, gesture, deliver, screen, hasCursor } = parts
  const { openAbility, reviewNickname } = parts

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

  const keyboard = createKeyboard({
    ...{ dispatch, controls, deliver },
    reviewNickname: (element, nickname) => void reviewNickname(controlOf(element), nickname),
  })

  const tapNow = (element: Element) => {
    for (const name of ['touchstart', 'touchend']) dispatch(element, name)
    const tap = () => dispatch(element, 'tap', { x: 0, y: 0 })
    for (const component of reachedBy('tap', actingOn(element), tap)) activate(component)
  }

  return {
    ...createPickerViews(controls, dispatch),
    keyboard,
    tap: (element) => {
      if (screen.masked() || flag(element, 'disabled')) return
      const isField = takesText(element)
      if (!hasCursor && !isField) keyboard.close()
      deliver('tap', () => gesture.during(() => tapNow(element)))
      if (!hasCursor && isField) keyboard.focus(element)
    },
    fill: (element, value) => {
      if (flag(element, 'disabled')) return
      keyboard.focus(element)
      keyboard.edit(element, value)
      keyboard.leave(element)
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
    scrolled: createScrollViews(dispatch),
    confirm: (element) => {
      dispatch(element, 'confirm', { value: controls.read(element) ?? '' })
      if (!flag(element, 'confirm-hold')) keyboard.close()
    },
    scroll: (element, end) => {
      const direction = end === 'top' ? 'upper' : 'lower'
      dispatch(element, 'scroll', { scrollTop: end === 'top' ? 0 : 1000, scrollHeight: 1500 })
      dispatch(element, `scrollto${direction}`, { direction: end })
    },
  }
}

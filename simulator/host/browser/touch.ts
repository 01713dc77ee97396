import type { Element } from 'glass-easel'
import { attribute, type Controls } from '../core/controls/controls'
import type { Interactions } from '../core/controls/interactions'
import { hearDeeds } from './elements/deeds'
import { isTextControl } from './elements/wx-input'
import { holdsValue, type WxNode } from './elements/wx-element'

/** WeChat's default `hover-class` (component references "button" and "navigator"). */
const HOVER: Readonly<Record<string, string>> = {
  'wx-button': 'button-hover',
  'wx-navigator': 'navigator-hover',
}
const HOVERING = ['[hover-class]', ...Object.keys(HOVER)].join()

const elementAt = (target: EventTarget | null): Element | undefined => {
  for (let node = target as Node | null; node !== null; node = node.parentNode) {
    const { __wxElement } = node as WxNode
    if (__wxElement !== undefined) return __wxElement
  }
  return undefined
}

const hoverClassOf = (node: HTMLElement) => {
  const given = node.getAttribute('hover-class')
  return given === 'none' ? undefined : given || HOVER[node.localName]
}

/** While a finger is down, what it touches carries its `hover-class`. */
const showHover = (document: Document) => {
  let undo = () => undefined as void
  document.addEventListener('pointerdown', ({ target }) => {
    const node = (target as HTMLElement).closest<HTMLElement>(HOVERING)
    const name = node === null ? undefined : hoverClassOf(node)
    if (node === null || name === undefined || node.hasAttribute('disabled')) return
    const names = name.split(/\s+/)
    node.classList.add(...names)
    undo = () => node.classList.remove(...names)
  })
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
    document.addEventListener(end, () => undo())
  }
}

/**
 * Turns what a mouse, a finger or a keyboard does to the document into what a person does to the phone.
 * `onNickname` hears where a nickname is being typed, and undefined when no longer.
 */
export const listenToInput = (
  document: Document,
  interactions: Interactions,
  typing: 'words' | 'keys',
  onNickname: (input: Element | undefined) => void,
): void => {
  const on = (name: keyof DocumentEventMap, act: (element: Element, event: Event) => void) =>
    document.addEventListener(name, (event) => {
      const element = elementAt(event.target)
      if (element !== undefined) act(element, event)
    })
  const onText = (
    name: keyof DocumentEventMap,
    act: (element: Element, typed: string, event: Event) => void,
  ) =>
    on(name, (element, event) => {
      const node = event.target as globalThis.Element
      if (isTextControl(node)) act(element, node.typed().value, event)
    })

  on('click', interactions.tap)
  onText('input', (element, typed, event) => {
    // What an input method is still composing is typed where each key counts.
    const isComposing = (event as InputEvent).isComposing && typing === 'words'
    if (!isComposing) interactions.keyboard.edit(element, typed)
  })
  onText('compositionend', (element, typed) => interactions.keyboard.edit(element, typed))
  onText('focusin', (element) => {
    interactions.keyboard.focus(element)
    if (attribute(element, 'type') === 'nickname') onNickname(element)
  })
  onText('focusout', (element) => {
    interactions.keyboard.blur(element)
    onNickname(undefined)
  })
  onText('keydown', (element, _typed, event) => {
    if ((event as KeyboardEvent).key === 'Enter') interactions.confirm(element)
  })
  hearDeeds(document, (target, deed) => {
    const element = elementAt(target)
    if (element === undefined) return
    if (deed.kind === 'swipe') interactions.swipe(element, deed.current, deed.source)
    if (deed.kind === 'drag') interactions.drag(element, deed.value)
    if (deed.kind === 'let go') interactions.pick(element, deed.value)
    if (deed.kind === 'turn') interactions.turnColumn(element, deed.at)
  })
  showHover(document)
}

/** Shows in every control the value it holds: the person, the bundle or a form's reset may have changed it. */
export const showValues = (document: Document, controls: Controls): void => {
  for (const node of document.querySelectorAll(
    'wx-input, wx-textarea, wx-switch, wx-checkbox, wx-radio, wx-slider, wx-swiper, wx-picker-view',
  )) {
    const { __wxElement } = node as WxNode
    if (holdsValue(node) && __wxElement !== undefined) node.showValue(controls.read(__wxElement))
  }
}

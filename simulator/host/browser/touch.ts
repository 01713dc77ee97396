import type { Element } from 'glass-easel'
import { attribute, type Controls } from '../core/controls/controls'
import type { Interactions } from '../core/controls/interactions'
import { tagOf } from '../core/view/tree'
import { listenToControlEvents } from './elements/control-events'
import { isTextControl, type TextControl } from './elements/wx-input'
import { holdsValue, type WxNode } from './elements/wx-element'

/** WeChat's default `hover-class` (component references "button" and "navigator"). */
const HOVER: Readonly<Record<string, string>> = {
  'wx-button': 'button-hover',
  'wx-navigator': 'navigator-hover',
}
/** The `keyCode` of a key that an input method takes for itself (UI Events, 7.3). */
const COMPOSING = 229
/** Classes beside those that the template sets (glass-easel's StyleSegmentIndex). */
const TEMPORARY = 3
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

/** Puts classes on, those of a template in its scope. Returns what takes them off. */
const putOn = (node: WxNode, names: string) => {
  const toggle = (isOn: boolean) => {
    if (names === HOVER[node.localName]) node.classList.toggle(names, isOn)
    else node.__wxElement?.toggleNodeClass(names, isOn, TEMPORARY)
  }
  toggle(true)
  return () => toggle(false)
}

/** While a finger is down, what it touches carries its `hover-class`. */
const showHover = (document: Document) => {
  let undo = () => undefined as void
  document.addEventListener('pointerdown', ({ target }) => {
    const node = (target as HTMLElement).closest<HTMLElement>(HOVERING)
    const name = node === null ? undefined : hoverClassOf(node)
    if (node === null || name === undefined || node.hasAttribute('disabled')) return
    undo()
    undo = putOn(node, name)
  })
  for (const end of ['pointerup', 'pointercancel', 'pointerleave']) {
    document.addEventListener(end, () => undo())
  }
}

/** Whether Enter is a new line there: the key of a textarea says so unless its `confirm-type` says otherwise (component reference "textarea", confirm-type). */
const breaksLines = (element: Element) =>
  tagOf(element) === 'textarea' && (attribute(element, 'confirm-type') ?? 'return') === 'return'

/**
 * Turns what a mouse, a finger or a keyboard does to the document into what a person does to the phone. `onNickname`
 * is called with the input in which a nickname is being typed, and with undefined when no longer. Returns how to ask
 * for the control in which an input method composes a text, while the app receives finished words only.
 */
export const listenToInput = (
  document: Document,
  { interactions, controls }: { interactions: Interactions; controls: Controls },
  typing: 'words' | 'keys',
  onNickname: (input: Element | undefined) => void,
): { composing: () => globalThis.Element | undefined } => {
  const on = (name: keyof DocumentEventMap, act: (element: Element, event: Event) => void) =>
    document.addEventListener(name, (event) => {
      const element = elementAt(event.target)
      if (element !== undefined) act(element, event)
    })
  const onText = (
    name: keyof DocumentEventMap,
    act: (element: Element, node: TextControl, event: Event) => void,
  ) =>
    on(name, (element, event) => {
      const node = event.target as globalThis.Element
      if (isTextControl(node)) act(element, node, event)
    })
  let composing: TextControl | undefined
  // Browsers put the input event of a composed text before compositionend or after it.
  const edit = (element: Element, node: TextControl) => {
    const { value, cursor } = node.typed()
    if (value !== String(controls.read(element) ?? '')) {
      interactions.keyboard.edit(element, value, cursor)
    }
  }

  on('click', interactions.tap)
  onText('compositionstart', (_element, node) => {
    if (typing === 'words') composing = node
  })
  onText('input', (element, node) => {
    if (node !== composing) edit(element, node)
  })
  onText('compositionend', (element, node) => {
    composing = undefined
    edit(element, node)
  })
  onText('focusin', (element) => {
    interactions.keyboard.focus(element)
    if (attribute(element, 'type') === 'nickname') onNickname(element)
  })
  onText('focusout', (element) => {
    interactions.keyboard.leave(element)
    onNickname(undefined)
  })
  onText('keydown', (element, _node, event) => {
    const { key, isComposing, keyCode } = event as KeyboardEvent
    // The key that ends a composition belongs to the input method; in Safari only its `keyCode` shows that.
    if (key !== 'Enter' || isComposing || keyCode === COMPOSING) return
    if (breaksLines(element)) return
    event.preventDefault()
    interactions.confirm(element)
  })
  listenToControlEvents(document, (target, event) => {
    const element = elementAt(target)
    if (element === undefined) return
    if (event.kind === 'swipe') interactions.swipe(element, event.current, event.source)
    if (event.kind === 'drag') interactions.drag(element, event.value)
    if (event.kind === 'release') interactions.pick(element, event.value)
    if (event.kind === 'turn') interactions.turnColumn(element, event.at)
  })
  showHover(document)
  return { composing: () => composing }
}

/**
 * Shows in every control the value it holds: the person, the bundle or a form's reset may have changed it. What is
 * being composed in the control `composing` stays.
 */
export const showValues = (
  document: Document,
  controls: Controls,
  composing: globalThis.Element | undefined,
): void => {
  for (const node of document.querySelectorAll(
    'wx-input, wx-textarea, wx-switch, wx-checkbox, wx-radio, wx-slider, wx-swiper, wx-picker-view',
  )) {
    const { __wxElement } = node as WxNode
    if (node === composing || !holdsValue(node) || __wxElement === undefined) continue
    node.showValue(controls.read(__wxElement))
  }
}

import type { Element } from 'glass-easel'
import type { Deliver } from '../logic/event-queue'
import type { Dispatch } from '../view/events'
import { isOnScreen } from '../view/tree'
import { attribute, flag, type Controls } from './controls'
import { maxLengthOf } from './max-length'

/** One thing fingers do to a keyboard. */
export type Keystroke =
  /** One key per character. */
  | { kind: 'text'; text: string }
  /** Removes characters before the cursor, one per key; one when `count` is left out. */
  | { kind: 'delete'; count?: number }
  /** Puts the cursor behind that many characters. */
  | { kind: 'move'; to: number }
  /** Puts a text in at once. */
  | { kind: 'paste'; text: string }
  /** An input method: `keys` stand in the field while it composes, `text` takes their place. */
  | { kind: 'compose'; keys: string; text: string }

/** A press of a key: changes the text around the cursor. */
type Press = (field: { before: string; after: string }) => { before: string; after: string }

/** What a keyboard does to the text of an input or textarea. */
export interface Keyboard {
  /** The cursor enters, unless it is there; fires `focus`. It leaves another field before. */
  focus: (element: Element) => void
  /** The text becomes `value`, cut at `maxlength`, with the cursor at `cursor` (behind it when left out); fires `input`. */
  edit: (element: Element, value: string, cursor?: number) => void
  /** The cursor leaves, if it is there; fires `blur`. */
  leave: (element: Element) => void
  /** The cursor leaves the field where it is, if any. */
  close: () => void
  /** Returns the presses of keys that make up some keystrokes, in their order. */
  presses: (element: Element, keystrokes: string | readonly Keystroke[]) => readonly (() => void)[]
}

/** Characters as a person counts them: a smiley of two code units is one key. */
const charactersOf = (text: string) => [...text]

const insert =
  (text: string): Press =>
  ({ before, after }) => ({ before: before + text, after })
const erase: Press = ({ before, after }) => ({
  before: charactersOf(before).slice(0, -1).join(''),
  after,
})
const moveTo =
  (to: number): Press =>
  ({ before, after }) => {
    const all = charactersOf(before + after)
    return { before: all.slice(0, to).join(''), after: all.slice(to).join('') }
  }

const pressesOf = (stroke: Keystroke): readonly Press[] => {
  switch (stroke.kind) {
    case 'text':
      return charactersOf(stroke.text).map(insert)
    case 'delete':
      return Array.from({ length: stroke.count ?? 1 }, () => erase)
    case 'move':
      return [moveTo(stroke.to)]
    case 'paste':
      return [insert(stroke.text)]
    case 'compose': {
      const keys = charactersOf(stroke.keys)
      const replaced: Press = ({ before, after }) => ({
        before: before.slice(0, before.length - stroke.keys.length) + stroke.text,
        after,
      })
      return [...keys.map(insert), replaced]
    }
  }
}

/** The text that a handler of `bindinput` puts in the place of what was typed: returned alone, or with the place of the cursor. */
const replacementIn = (returned: unknown): { value: string; cursor: number } | undefined => {
  if (typeof returned === 'string') return { value: returned, cursor: returned.length }
  if (typeof returned !== 'object' || returned === null) return undefined
  const { value, cursor } = returned as Readonly<Record<string, unknown>>
  if (typeof value !== 'string') return undefined
  const isPlace = typeof cursor === 'number' && cursor >= 0 && cursor <= value.length
  return { value, cursor: isPlace ? cursor : value.length }
}

/**
 * Creates the keyboard of a phone (component references "input", "textarea"). The text on screen changes at once;
 * `bindinput` is delivered to the logic layer, and what it returns takes the text's place.
 */
export const createKeyboard = (parts: {
  dispatch: Dispatch
  controls: Controls
  deliver: Deliver
  reviewNickname: (element: Element, nickname: string) => void
}): Keyboard => {
  const { dispatch, controls, deliver, reviewNickname } = parts
  let current: Element | undefined
  const cursors = new WeakMap<Element, { text: string; at: number }>()
  const textOf = (element: Element) => String(controls.read(element) ?? '')

  /** Where the cursor stands; behind a text that was not typed here. */
  const cursorOf = (element: Element) => {
    const known = cursors.get(element)
    const text = textOf(element)
    return known?.text === text ? known.at : text.length
  }

  const edit = (element: Element, value: string, cursor = value.length) => {
    const typed = value.slice(0, maxLengthOf(attribute(element, 'maxlength')))
    const at = Math.min(cursor, typed.length)
    controls.write(element, typed)
    cursors.set(element, { text: typed, at })
    deliver('input', () =>
      dispatch(element, 'input', { value: typed, cursor: at, keyCode: 0 }, (returned) => {
        const text = replacementIn(returned)
        if (text === undefined) return
        controls.write(element, text.value)
        cursors.set(element, { text: text.value, at: text.cursor })
      }),
    )
  }

  const press = (element: Element, change: Press, isMove: boolean) => {
    const text = textOf(element)
    const at = cursorOf(element)
    const { before, after } = change({ before: text.slice(0, at), after: text.slice(at) })
    if (isMove) cursors.set(element, { text, at: before.length })
    else edit(element, before + after, before.length)
  }

  const leave = (element: Element) => {
    if (current !== element) return
    current = undefined
    if (!isOnScreen(element)) return
    const value = textOf(element)
    deliver('blur', () => dispatch(element, 'blur', { value, cursor: value.length }))
    if (attribute(element, 'type') === 'nickname') reviewNickname(element, value)
  }
  const close = () => {
    if (current === undefined) return
    const field = current
    leave(field)
    // A screen with a cursor of its own has it there still.
    ;(field.getBackendElement() as unknown as HTMLElement | null)?.blur()
  }

  return {
    focus: (element) => {
      if (current === element || flag(element, 'disabled')) return
      close()
      current = element
      deliver('focus', () => dispatch(element, 'focus', { value: textOf(element), height: 0 }))
    },
    edit,
    leave,
    close,
    presses: (element, keystrokes) => {
      const strokes: readonly Keystroke[] =
        typeof keystrokes === 'string' ? [{ kind: 'text', text: keystrokes }] : keystrokes
      return strokes.flatMap((stroke) =>
        pressesOf(stroke).map((change) => () => press(element, change, stroke.kind === 'move')),
      )
    },
  }
}

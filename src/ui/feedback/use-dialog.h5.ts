import { useEffect, useRef, type RefObject } from 'react'

const FOCUSABLE =
  'a[href], button:not([disabled], [tabindex="-1"]), input:not([disabled], [readonly]), textarea, select'

/** Keeps the Tab key inside a dialog, from its last control to its first and back. */
const keepInside = (event: KeyboardEvent, dialog: HTMLElement) => {
  const controls = [...dialog.querySelectorAll<HTMLElement>(FOCUSABLE)]
  const [first, last] = [controls[0] ?? dialog, controls[controls.length - 1] ?? dialog]
  const at = document.activeElement
  const leaves = event.shiftKey ? at === first || at === dialog : at === last
  if (!leaves && dialog.contains(at)) return
  event.preventDefault()
  ;(event.shiftKey ? last : first).focus()
}

/**
 * Makes an element a modal dialog for as long as it is there: the focus moves into it and stays, everything behind
 * it is inert, Escape dismisses it wherever the focus is, and at the end the focus returns to where it came from.
 * @param frame the dialog with its shade, a child of the body
 */
export const useDialog = (
  frame: RefObject<HTMLElement | null>,
  dialog: RefObject<HTMLElement | null>,
  onDismiss: () => void,
): void => {
  const dismiss = useRef(onDismiss)
  useEffect(() => {
    dismiss.current = onDismiss
  })
  useEffect(() => {
    const before = document.activeElement
    const behind = [...document.body.children].filter(
      (element) => element !== frame.current && !element.hasAttribute('inert'),
    )
    for (const element of behind) element.setAttribute('inert', '')
    const onKey = (event: KeyboardEvent) => {
      // While an input method composes, Escape only discards the composition.
      if (event.key === 'Escape' && !event.isComposing) dismiss.current()
      if (event.key === 'Tab' && dialog.current !== null) keepInside(event, dialog.current)
    }
    document.addEventListener('keydown', onKey)
    dialog.current?.focus()
    // What is chosen may stand far down a long list.
    dialog.current?.querySelector('[aria-checked=true]')?.scrollIntoView({ block: 'nearest' })
    return () => {
      document.removeEventListener('keydown', onKey)
      for (const element of behind) element.removeAttribute('inert')
      if (before instanceof HTMLElement) before.focus()
    }
  }, [frame, dialog])
}

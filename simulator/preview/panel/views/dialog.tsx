import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

const FOCUSABLE = 'button:not([disabled]), input, a[href], [tabindex="0"]'

interface Props {
  label: string
  look: 'sheet' | 'modal' | 'menu' | 'picker' | 'own-page'
  /** Escape, and a click beside it. */
  onLeave: () => void
  children: ComponentChildren
}

/** Something WeChat lays over the page. Tab stays inside, Escape leaves, and the cursor goes back to where it was. */
export const Dialog = ({ label, look, onLeave, children }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    const field = box.current?.querySelector<HTMLElement>('input:not([type]), [role="listbox"]')
    const first = field ?? box.current
    first?.focus({ preventScroll: true })
    // Once this is drawn: until then what lies below is inert, and an inert element takes no focus.
    return () =>
      queueMicrotask(() => {
        if (before instanceof HTMLElement) before.focus({ preventScroll: true })
      })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave()
    if (event.key !== 'Tab') return
    const stops = [...(box.current?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])]
    const at = stops.findIndex((stop) => stop === document.activeElement)
    const next = event.shiftKey ? stops.at(Math.max(at, 0) - 1) : stops[(at + 1) % stops.length]
    event.preventDefault()
    next?.focus()
  }

  return (
    <div class={`cover cover-${look}`} onKeyDown={onKeyDown}>
      <div class="shade" onClick={look === 'modal' ? undefined : onLeave} />
      <div
        ref={box}
        class={look}
        role="dialog"
        aria-modal="true"
        aria-label={label}
        id="popup"
        tabIndex={-1}
      >
        {children}
      </div>
    </div>
  )
}

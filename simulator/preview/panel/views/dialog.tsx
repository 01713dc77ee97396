import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

const FOCUSABLE = 'button, input, a[href]'

interface Props {
  label: string
  look: 'sheet' | 'modal' | 'menu'
  /** Escape, and a click beside it. */
  onLeave: () => void
  children: ComponentChildren
}

/** Something WeChat lays over the page. Tab stays inside, Escape leaves, and the cursor goes back to where it was. */
export const Dialog = ({ label, look, onLeave, children }: Props) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const main = box.current?.querySelector<HTMLElement>('[data-main], input')
    main?.focus({ preventScroll: true })
    return () => (before instanceof HTMLElement ? before.focus({ preventScroll: true }) : undefined)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave()
    if (event.key !== 'Tab') return
    const stops = [...(box.current?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])]
    const at = stops.findIndex((stop) => stop === document.activeElement)
    const next = stops.at((at + (event.shiftKey ? -1 : 1)) % stops.length)
    event.preventDefault()
    next?.focus()
  }

  return (
    <div class={`cover cover-${look}`} onKeyDown={onKeyDown}>
      <div class="shade" onClick={look === 'modal' ? undefined : onLeave} />
      <div ref={box} class={look} role="dialog" aria-modal="true" aria-label={label} id="popup">
        {children}
      </div>
    </div>
  )
}

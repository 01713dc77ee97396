import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { scaleStyle } from './scale-style'
import type { SheetFace } from './sheet-face'
import { useTextScale } from './TextScale'
import './type.scss'
import './Sheet.scss'

/** A question from the bottom edge. In a browser it lies beside the app, or the tab bar would cover it. */
export function Sheet({ id, title, onDismiss, children }: SheetFace) {
  const body = useRef<HTMLDivElement>(null)
  const scale = useTextScale()
  useEffect(() => {
    const before = document.activeElement
    body.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return createPortal(
    <div className="type sheet" style={scaleStyle(scale)}>
      <div id={`${id}-dismiss`} className="sheet-shade" onClick={onDismiss} />
      <div
        id={id}
        className="sheet-body"
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        ref={body}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onDismiss()
        }}
      >
        <span className="sheet-title">{title}</span>
        {children}
      </div>
    </div>,
    document.body,
  )
}

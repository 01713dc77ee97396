import { useDidHide, useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { scaleStyle } from '../page/scale-style'
import type { SheetProps } from './sheet.types'
import { useTextScale } from '../page/TextScale'
import { useDialog } from './use-dialog.h5'
import '../page/type.scss'
import './Sheet.scss'

/**
 * A question from the bottom edge. In a browser it lies beside the app, or the tab bar would cover it; so it goes and
 * comes with its page by itself.
 */
export const Sheet = (sheet: SheetProps) => {
  const [isShown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  return isShown ? <Dialog {...sheet} /> : null
}

const Dialog = ({ id, title, onDismiss, children }: SheetProps) => {
  const frame = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const scale = useTextScale()
  useDialog(frame, body, onDismiss)
  return createPortal(
    <div className="type sheet" style={scaleStyle(scale)} ref={frame}>
      <div id={`${id}-dismiss`} className="sheet-shade" onClick={onDismiss} />
      <div
        id={id}
        className="sheet-body"
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        ref={body}
      >
        <h2 className="sheet-title">{title}</h2>
        {children}
      </div>
    </div>,
    document.body,
  )
}

import type { ComponentChildren } from 'preact'
import type { Texts } from '../texts/zh'
import { Dialog } from './dialog'

interface Props {
  title: string
  texts: Texts
  onCancel: () => void
  onConfirm: () => void
  children: ComponentChildren
}

/** A dialog that stands for a page of WeChat's own: left without an answer, or confirmed. */
export const ConfirmDialog = ({ title, texts, onCancel, onConfirm, children }: Props) => (
  <Dialog label={title} look="modal" onLeave={onCancel}>
    <h2>{title}</h2>
    {children}
    <footer>
      <button type="button" id="popup-cancel" onClick={onCancel}>
        {texts.cancel}
      </button>
      <button type="button" id="popup-confirm" class="yes" onClick={onConfirm}>
        {texts.confirm}
      </button>
    </footer>
  </Dialog>
)

import type { Texts } from '../texts/zh'
import { ConfirmDialog } from './confirm-dialog'

interface Props {
  title: string
  /** What is chosen, paid or opened. */
  lead: string
  texts: Texts
  onCancel: () => void
  onConfirm: () => void
}

/** A dialog of one line: WeChat's map, the person's addresses, a payment, another mini-program. */
export const LeadDialog = ({ lead, ...rest }: Props) => (
  <ConfirmDialog {...rest}>
    <p>{lead}</p>
  </ConfirmDialog>
)

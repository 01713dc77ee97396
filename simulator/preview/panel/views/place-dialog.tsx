import type { OpenQuestion } from '../model/answers'
import type { Texts } from '../texts/zh'
import { ConfirmDialog } from './confirm-dialog'

interface Props {
  title: string
  /** What is chosen. */
  lead: string
  question: Extract<OpenQuestion, { kind: 'chooseLocation' | 'chooseAddress' }>
  texts: Texts
}

/** WeChat's map or the person's addresses, with the one that can be chosen here. */
export const PlaceDialog = ({ title, lead, question: { reply }, texts }: Props) => (
  <ConfirmDialog
    title={title}
    texts={texts}
    onCancel={() => reply({ kind: 'cancel' })}
    onConfirm={() => reply({ kind: 'choose' })}
  >
    <p>{lead}</p>
  </ConfirmDialog>
)

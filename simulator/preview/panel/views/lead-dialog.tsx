import { someAddress } from '../../../wx/phone/place'
import type { OpenQuestion } from '../model/answers'
import type { Texts } from '../texts/zh'
import { ConfirmDialog } from './confirm-dialog'

interface Props {
  question: Extract<
    OpenQuestion,
    { kind: 'chooseLocation' | 'chooseAddress' | 'payment' | 'miniProgram' }
  >
  texts: Texts
}

interface Lead {
  title: string
  /** What is chosen, paid or opened. */
  lead: string
  cancel: () => void
  confirm: () => void
}

const leadOf = ({ question, texts }: Props): Lead => {
  switch (question.kind) {
    case 'chooseLocation':
      return {
        title: texts['own-map'],
        lead: `${question.shows.latitude}, ${question.shows.longitude}`,
        cancel: () => question.reply({ kind: 'cancel' }),
        confirm: () => question.reply({ kind: 'choose' }),
      }
    case 'chooseAddress':
      return {
        title: texts.addressTitle,
        lead: Object.values(someAddress).slice(0, 7).join(' '),
        cancel: () => question.reply({ kind: 'cancel' }),
        confirm: () => question.reply({ kind: 'choose' }),
      }
    case 'payment':
      return {
        title: texts.payTitle,
        lead: question.shows.package,
        cancel: () => question.reply({ kind: 'cancel' }),
        confirm: () => question.reply({ kind: 'pay' }),
      }
    case 'miniProgram':
      return {
        title: texts.openTitle,
        lead: `${question.shows.target} ${question.shows.path}`,
        cancel: () => question.reply('cancel'),
        confirm: () => question.reply('open'),
      }
  }
}

/** A dialog of one line: WeChat's map, the person's addresses, a payment, another mini-program. */
export const LeadDialog = (props: Props) => {
  const { title, lead, cancel, confirm } = leadOf(props)
  return (
    <ConfirmDialog title={title} texts={props.texts} onCancel={cancel} onConfirm={confirm}>
      <p>{lead}</p>
    </ConfirmDialog>
  )
}

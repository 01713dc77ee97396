import type { OpenQuestion } from '../model/answers'
import type { Texts } from '../texts/zh'
import { Dialog } from './dialog'

interface Props {
  title: string
  /** What is chosen. */
  lead: string
  question: Extract<OpenQuestion, { kind: 'chooseLocation' | 'chooseAddress' }>
  texts: Texts
}

/** WeChat's map or the person's addresses, with the one that can be chosen here. */
export const PlaceDialog = ({ title, lead, question: { reply }, texts }: Props) => {
  const cancel = () => reply({ kind: 'cancel' })
  return (
    <Dialog label={title} look="modal" onLeave={cancel}>
      <h2>{title}</h2>
      <p>{lead}</p>
      <footer>
        <button type="button" id="popup-cancel" onClick={cancel}>
          {texts.cancel}
        </button>
        <button
          type="button"
          id="popup-confirm"
          class="yes"
          onClick={() => reply({ kind: 'choose' })}
        >
          {texts.confirm}
        </button>
      </footer>
    </Dialog>
  )
}

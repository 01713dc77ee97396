import type { OpenQuestion } from '../model/answers'
import type { Texts } from '../texts/zh'
import { Dialog } from './dialog'

interface Props {
  question: Extract<OpenQuestion, { kind: 'ownPage' }>
  texts: Texts
}

/** A page of WeChat's own over the mini-program: customer service, authorisations, feedback, the map. */
export const OwnPage = ({ question: { shows, reply }, texts }: Props) => (
  <Dialog label={texts[`own-${shows.page}`]} look="own-page" onLeave={() => reply('back')}>
    <h2>{texts[`own-${shows.page}`]}</h2>
    <p>{texts.ownPageLead}</p>
    <button type="button" id="own-page-back" onClick={() => reply('back')}>
      {texts.ownPageBack}
    </button>
  </Dialog>
)

import type { PreviewView } from '../model/model'
import type { Texts } from '../texts/zh'

/** The head of WeChat's half-screen popups: who is asking. */
export const Asker = ({ view, texts }: { view: PreviewView; texts: Texts }) => (
  <header class="asker">
    <span class="app-icon small">
      <span />
    </span>
    <span>
      {view.frame?.name || texts.appName} <em>{texts.requests}</em>
    </span>
  </header>
)

/** The two answers at the foot of a half-screen popup. */
export const Answers = (props: {
  no: string
  yes: string
  onNo: () => void
  onYes: () => void
}) => (
  <footer class="answers">
    <button type="button" id="popup-refuse" class="no" onClick={props.onNo}>
      {props.no}
    </button>
    <button type="button" id="popup-allow" class="yes" onClick={props.onYes}>
      {props.yes}
    </button>
  </footer>
)

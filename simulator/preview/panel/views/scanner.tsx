import { useState } from 'preact/hooks'
import type { OpenQuestion } from '../model/answers'
import type { Texts } from '../texts/zh'
import { Dialog } from './dialog'

interface Props {
  question: Extract<OpenQuestion, { kind: 'scanCode' }>
  texts: Texts
}

/** WeChat's scanner, where the text of the code is typed instead of held before a camera. */
export const Scanner = ({ question: { reply }, texts }: Props) => {
  const [result, setResult] = useState('https://example.com/')
  const cancel = () => reply({ kind: 'cancel' })
  return (
    <Dialog label={texts.scanTitle} look="modal" onLeave={cancel}>
      <h2>{texts.scanTitle}</h2>
      <input
        id="popup-input"
        aria-label={texts.scanText}
        placeholder={texts.scanText}
        value={result}
        onInput={(event) => setResult(event.currentTarget.value)}
      />
      <footer>
        <button type="button" id="popup-cancel" onClick={cancel}>
          {texts.cancel}
        </button>
        <button
          type="button"
          id="popup-confirm"
          class="yes"
          onClick={() => reply({ kind: 'scan', result })}
        >
          {texts.confirm}
        </button>
      </footer>
    </Dialog>
  )
}

import { useState } from 'preact/hooks'
import type { OpenQuestion } from '../model/answers'
import type { Texts } from '../texts/zh'
import { ConfirmDialog } from './confirm-dialog'

interface Props {
  question: Extract<OpenQuestion, { kind: 'scanCode' }>
  texts: Texts
}

/** WeChat's scanner, where the text of the code is typed instead of held before a camera. */
export const Scanner = ({ question: { reply }, texts }: Props) => {
  const [result, setResult] = useState('https://example.com/')
  return (
    <ConfirmDialog
      title={texts.scanTitle}
      texts={texts}
      onCancel={() => reply({ kind: 'cancel' })}
      onConfirm={() => reply({ kind: 'scan', result })}
    >
      <input
        id="popup-input"
        aria-label={texts.scanText}
        placeholder={texts.scanText}
        value={result}
        onInput={(event) => setResult(event.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}

import { useState } from 'preact/hooks'
import type { OpenQuestion } from '../model/answers'
import type { PreviewView } from '../model/model'
import type { Texts } from '../texts/zh'
import { Dialog } from './dialog'
import { Answers, Asker } from './sheet-parts'
import { ToggleRows } from './toggle-rows'

interface Props {
  view: PreviewView
  question: Extract<OpenQuestion, { kind: 'subscribe' }>
  texts: Texts
}

/** Which messages the person subscribes to; here a template has no title, only its id. */
export const SubscribeSheet = ({ view, question: { shows, reply }, texts }: Props) => {
  const [states, setStates] = useState<Readonly<Record<string, boolean>>>(
    Object.fromEntries(shows.tmplIds.map((id) => [id, true])),
  )
  const decisions = () =>
    Object.fromEntries(
      Object.entries(states).map(([id, isOn]) => [id, isOn ? 'accept' : 'reject'] as const),
    )
  return (
    <Dialog label={texts.subscribeTitle} look="sheet" onLeave={() => reply('reject')}>
      <Asker view={view} texts={texts} />
      <h2>{texts.subscribeTitle}</h2>
      <ToggleRows
        label={texts.subscribeTitle}
        states={states}
        textOf={(id) => id}
        onChange={setStates}
      />
      <Answers
        no={texts.refuse}
        yes={texts.allow}
        onNo={() => reply('reject')}
        onYes={() => reply(decisions())}
      />
    </Dialog>
  )
}

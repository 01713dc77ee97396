import type { OpenQuestion } from '../model/answers'
import type { PreviewView } from '../model/model'
import { scopeName } from '../texts/scopes'
import type { Texts } from '../texts/zh'
import { Dialog } from './dialog'
import { Answers, Asker } from './sheet-parts'

interface Props {
  view: PreviewView
  question: Extract<OpenQuestion, { kind: 'authorize' }>
  texts: Texts
}

/** Whether the mini-program may do what one scope is about. */
export const PermissionSheet = ({ view, question: { shows, reply }, texts }: Props) => {
  const title = scopeName(shows.scope, view.settings.language)
  return (
    <Dialog label={title} look="sheet" onLeave={() => reply('refuse')}>
      <Asker view={view} texts={texts} />
      <h2>{title}</h2>
      {shows.desc !== '' && <p class="purpose">{shows.desc}</p>}
      <Answers
        no={texts.refuse}
        yes={texts.allow}
        onNo={() => reply('refuse')}
        onYes={() => reply('allow')}
      />
    </Dialog>
  )
}

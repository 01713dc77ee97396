import { useState } from 'preact/hooks'
import type { OpenQuestion } from '../model/answers'
import type { PreviewView } from '../model/model'
import { scopeName } from '../texts/scopes'
import type { Texts } from '../texts/zh'
import { Dialog } from './dialog'
import { ToggleRows } from './toggle-rows'

interface Props {
  view: PreviewView
  question: Extract<OpenQuestion, { kind: 'ownPage' }>
  texts: Texts
}

/** A page of WeChat's own over the mini-program: customer service, authorisations, feedback, the map. */
export const OwnPage = ({ view, question: { shows, reply }, texts }: Props) => {
  const [states, setStates] = useState(shows.authSetting ?? {})
  const back = () => reply(shows.authSetting === undefined ? 'back' : { authSetting: states })
  return (
    <Dialog label={texts[`own-${shows.page}`]} look="own-page" onLeave={back}>
      <h2>{texts[`own-${shows.page}`]}</h2>
      <p>{texts.ownPageLead}</p>
      {shows.authSetting !== undefined && (
        <ToggleRows
          label={texts['own-openSetting']}
          states={states}
          textOf={(scope) => scopeName(scope, view.settings.language)}
          onChange={setStates}
        />
      )}
      <button type="button" id="own-page-back" onClick={back}>
        {texts.ownPageBack}
      </button>
    </Dialog>
  )
}

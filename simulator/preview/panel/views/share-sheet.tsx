import type { OpenQuestion } from '../model/answers'
import type { PreviewView } from '../model/model'
import { pictureUrl } from '../model/pictures'
import type { Texts } from '../texts/zh'
import { Dialog } from './dialog'
import { Answers } from './sheet-parts'

interface Props {
  view: PreviewView
  question: Extract<OpenQuestion, { kind: 'share' }>
  texts: Texts
}

/** The card as it will stand in the chat with a friend, and the question whether to send it. */
export const ShareSheet = ({ view, question: { shows, reply }, texts }: Props) => {
  const name = view.frame?.name || texts.appName
  return (
    <Dialog label={texts.share} look="sheet" onLeave={() => reply('cancel')}>
      <h2 class="first">{texts.shareTo}</h2>
      <figure class="share-card" id="share-card">
        <figcaption>
          <span class="app-icon small">
            <span />
          </span>
          {name}
        </figcaption>
        <strong>{shows.title || name}</strong>
        {shows.imageUrl === '' ? (
          <p class="picture">{texts.sharePicture}</p>
        ) : (
          <img class="picture" src={pictureUrl(shows.imageUrl)} alt="" />
        )}
        <code>{shows.path}</code>
      </figure>
      <Answers
        no={texts.cancel}
        yes={texts.send}
        onNo={() => reply('cancel')}
        onYes={() => reply('send')}
      />
    </Dialog>
  )
}

import { useState } from 'preact/hooks'
import type { OpenQuestion } from '../desk/answers'
import type { Texts } from '../texts/texts'
import { Dialog } from './dialog'

type QuestionOf<Kind> = Extract<OpenQuestion, { kind: Kind }>

/** wx.showModal. */
export const Modal = ({
  question: { shows, reply },
  texts,
}: {
  question: QuestionOf<'modal'>
  texts: Texts
}) => {
  const [content, setContent] = useState('')
  const confirm = () => reply(shows.editable ? { kind: 'confirm', content } : { kind: 'confirm' })
  return (
    <Dialog
      label={shows.title || shows.content}
      look="modal"
      onLeave={() => reply({ kind: 'cancel' })}
    >
      {shows.title !== '' && <h2>{shows.title}</h2>}
      {shows.editable ? (
        <input
          id="popup-input"
          aria-label={shows.title}
          value={content}
          onInput={(event) => setContent(event.currentTarget.value)}
        />
      ) : (
        shows.content !== '' && <p>{shows.content}</p>
      )}
      <footer>
        <button type="button" id="popup-cancel" onClick={() => reply({ kind: 'cancel' })}>
          {texts.cancel}
        </button>
        <button type="button" id="popup-confirm" class="yes" onClick={confirm}>
          {texts.confirm}
        </button>
      </footer>
    </Dialog>
  )
}

/** wx.showActionSheet. */
export const ActionSheet = ({
  question: { shows, reply },
  texts,
}: {
  question: QuestionOf<'actionSheet'>
  texts: Texts
}) => (
  <Dialog label={shows.itemList.join(', ')} look="menu" onLeave={() => reply({ kind: 'cancel' })}>
    {shows.itemList.map((item, index) => (
      <button
        key={item}
        type="button"
        id={`popup-item-${index}`}
        onClick={() => reply({ kind: 'tap', index })}
      >
        {item}
      </button>
    ))}
    <button type="button" id="popup-cancel" class="apart" onClick={() => reply({ kind: 'cancel' })}>
      {texts.cancel}
    </button>
  </Dialog>
)

import { useState } from 'preact/hooks'
import type { OpenQuestion } from '../model/answers'
import type { Texts } from '../texts/zh'
import { Dialog } from './dialog'

type QuestionOf<Kind> = Extract<OpenQuestion, { kind: Kind }>

/** WeChat's own colours follow the theme; those that the app sets stay as they are. */
const onPaper = (color: string) => (['#000000', '#576B95'].includes(color) ? {} : { color })

/** wx.showModal. */
export const Modal = ({ question: { shows, reply } }: { question: QuestionOf<'modal'> }) => {
  const [content, setContent] = useState(shows.editable ? shows.content : '')
  const confirm = () => reply(shows.editable ? { kind: 'confirm', content } : { kind: 'confirm' })
  const cancel = () => reply({ kind: 'cancel' })
  return (
    <Dialog
      label={shows.title || shows.content}
      look="modal"
      onLeave={shows.cancel === null ? () => undefined : cancel}
    >
      {shows.title !== '' && <h2>{shows.title}</h2>}
      {shows.editable ? (
        <input
          id="popup-input"
          aria-label={shows.title || shows.placeholder}
          placeholder={shows.placeholder}
          value={content}
          onInput={(event) => setContent(event.currentTarget.value)}
        />
      ) : (
        shows.content !== '' && <p>{shows.content}</p>
      )}
      <footer>
        {shows.cancel !== null && (
          <button
            type="button"
            id="popup-cancel"
            style={onPaper(shows.cancel.color)}
            onClick={cancel}
          >
            {shows.cancel.text}
          </button>
        )}
        <button
          type="button"
          id="popup-confirm"
          class="yes"
          style={onPaper(shows.confirm.color)}
          onClick={confirm}
        >
          {shows.confirm.text}
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
    {shows.alertText !== '' && <p class="alert">{shows.alertText}</p>}
    {shows.itemList.map((item, index) => (
      <button
        key={index}
        type="button"
        id={`popup-item-${index}`}
        style={onPaper(shows.itemColor)}
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

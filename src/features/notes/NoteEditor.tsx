import { useRef, useState } from 'react'
import type { Outcome } from '../../auth/account/attempt'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { Field } from '../../ui/form/Field'
import { Form } from '../../ui/form/Form'
import { Notice } from '../../ui/feedback/Notice'
import { TextArea } from '../../ui/form/TextArea'
import { PrivacySheet } from '../privacy/PrivacySheet'
import { RefusalNotice } from '../shared/RefusalNotice'
import { useAction } from '../shared/use-action'
import { useAttempt, type Attempt } from '../shared/use-attempt'
import { isVisible } from '../shared/visible'
import type { Draft } from './draft'
import { NoteConflict } from './NoteConflict'
import { isChanged, type Note, type NoteText, type Picture } from './note'
import { PicturePicker } from './PicturePicker'
import { useDraft } from './use-draft'
import { useNotes } from './use-notes'

interface Props {
  userId: number
  /** The note as it was saved last; its version is 0 when it never was. */
  saved: Draft
  /** What the person had typed and not saved; null for nothing. */
  draft: Draft | null
  onSaved: () => void
  /** The person wants the newer note in place of theirs, or discards the draft. */
  onStartOver: () => void
}

const LONGEST_TITLE = 100
const LONGEST_BODY = 2_000
/** Of a note that was made just now. */
const FIRST_VERSION = 1

/** What another device did to the note, as a save that failed says. */
const elsewhereOf = (attempt: Attempt): 'nothing' | 'edited' | 'deleted' => {
  if (attempt.tag !== 'failed') return 'nothing'
  // By its code: a picture that is not there any more is 'notFound', too.
  if (attempt.errorCode === 'note_not_found') return 'deleted'
  return attempt.kind === 'conflict' ? 'edited' : 'nothing'
}

/** Writes a new note or changes one. Whatever is typed is kept on the device until it is saved. */
export const NoteEditor = ({ userId, saved, draft, onSaved, onStartOver }: Props) => {
  const notes = useNotes()
  const texts = useTexts(notesTexts)
  const { keep, forget } = useDraft(userId)
  const { attempt, state, start } = useAttempt()
  const upload = useAction()
  // What is saved or discarded meanwhile would lose the picture, or leave it behind as a draft.
  const held = upload.state === 'busy' && 'disabled'
  const [before] = useState(draft ?? saved)
  // Decided once: what is typed here is kept as a draft, too, and was not restored.
  const [isRestored] = useState(draft !== null && isChanged(draft, saved))
  const typed = useRef(before)
  const [pictures, setPictures] = useState(before.pictures)
  const [error, setError] = useState<string | undefined>(undefined)

  const change = (part: Partial<Draft>) => {
    typed.current = { ...typed.current, ...part }
    keep(typed.current)
  }

  const show = (shown: readonly Picture[]) => {
    change({ pictures: shown })
    setPictures(shown)
  }

  const finish = async (saving: Promise<Outcome<Note>>): Promise<Outcome<Note>> => {
    const sent = typed.current
    const outcome = await saving
    if (outcome.tag === 'failed') return outcome
    if (isChanged(typed.current, sent)) {
      // Typed while it was saved: a change to what is there now.
      change({ version: outcome.value.version })
    } else {
      forget(sent.id)
      onSaved()
    }
    return outcome
  }

  /** One that a try whose answer was lost has made is there as it was then. */
  const create = async (id: string, text: NoteText): Promise<Outcome<Note>> => {
    const made = await notes.create(id, text)
    return made.tag === 'done' && isChanged(text, made.value)
      ? notes.update(id, FIRST_VERSION, text)
      : made
  }

  /** Says so where the title is missing. */
  const isTitled = ({ title }: NoteText): boolean => {
    const isMissing = !isVisible(title)
    setError(isMissing ? texts.missing : undefined)
    return !isMissing
  }

  const onSubmit = ({ title = '', body = '' }: Readonly<Record<string, string>>) => {
    const { id, version, pictures } = typed.current
    const text = { title: title.trim(), body, pictures }
    if (isTitled(text)) {
      start(() => finish(version === 0 ? create(id, text) : notes.update(id, version, text)))
    }
  }

  const elsewhere = elsewhereOf(attempt)

  const keepMine = () => {
    if (!isTitled(typed.current)) return
    start(async () => {
      const { id } = typed.current
      const newer = await (elsewhere === 'deleted' ? notes.restore(id) : notes.get(id))
      if (newer.tag === 'failed') return newer
      const mine = typed.current
      const text = { ...mine, title: mine.title.trim() }
      return finish(notes.update(id, newer.value.version, text))
    })
  }

  const startOver = () => {
    forget(before.id)
    onStartOver()
  }

  return (
    <Card>
      {isRestored && (
        <Notice id="note-draft" tone="info" text={texts.draft}>
          <Button
            id="note-discard"
            label={texts.discard}
            look="plain"
            state={held || 'ready'}
            onTap={startOver}
          />
        </Notice>
      )}
      <Form id="note-form" onSubmit={onSubmit}>
        <Field
          id="note-title"
          name="title"
          kind="text"
          label={texts.heading}
          initial={before.title}
          maxLength={LONGEST_TITLE}
          error={error}
          onChange={(title) => change({ title })}
        />
        <TextArea
          id="note-body"
          name="body"
          label={texts.body}
          hint={texts.bodyHint}
          initial={before.body}
          maxLength={LONGEST_BODY}
          onChange={(body) => change({ body })}
        />
        <PicturePicker
          pictures={pictures}
          upload={upload}
          onAdd={(picture) => show([...typed.current.pictures, picture])}
          onRemove={(id) => show(typed.current.pictures.filter((picture) => picture.id !== id))}
        />
        <Button id="note-save" formType="submit" label={texts.save} state={held || state} />
      </Form>
      {elsewhere !== 'nothing' && (
        <NoteConflict elsewhere={elsewhere} onTakeTheirs={startOver} onKeepMine={keepMine} />
      )}
      {attempt.tag === 'failed' && elsewhere === 'nothing' && error === undefined && (
        <RefusalNotice
          id="note-failure"
          failure={attempt}
          texts={{
            denied: attempt.errorCode === 'notes_full' ? texts.full : texts.risky,
            notFound: texts.pictureGone,
          }}
        />
      )}
      {__FEATURES__.privacySheet === 'own' && <PrivacySheet />}
    </Card>
  )
}

import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Button } from '../../ui/form/Button'
import { LoadingCard } from '../../ui/feedback/LoadingCard'
import { Result } from '../../ui/feedback/Result'
import { open } from '../navigation/open'
import { AttemptNotice } from '../shared/AttemptNotice'
import { useAttempt } from '../shared/use-attempt'
import { useLoaded } from '../shared/use-loaded'
import { NoteFailure } from './NoteFailure'
import { NoteSharing } from './NoteSharing'
import { NoteText } from './NoteText'
import { useNotes } from './use-notes'

interface Props {
  id: string
  /** Called with what the card of a share shows; null while the note is not shared. */
  onShareable: (card: { readonly title: string; readonly shareId: string } | null) => void
}

/** A note of the member's own: read, edit, share, delete, and take the deletion back. */
export const OwnNote = ({ id, onShareable }: Props) => {
  const notes = useNotes()
  const texts = useTexts(notesTexts)
  const fetch = useCallback(() => notes.get(id), [notes, id])
  const { loaded, reload, refresh } = useLoaded(fetch)
  const [isEdited, setEdited] = useState(false)
  const [isRemoved, setRemoved] = useState(false)
  const { attempt, state, start } = useAttempt()

  // Only what is on screen is shared: not a late answer, nor a note that was just deleted.
  const shown = loaded.tag === 'loaded' && !isRemoved ? loaded.value : null
  useEffect(() => {
    onShareable(shown?.shareId ? { title: shown.title, shareId: shown.shareId } : null)
  }, [shown, onShareable])

  const edit = () => {
    setEdited(true)
    open('noteEdit', `id=${id}`)
  }
  // A note edited on the page above is never shown in its old text; a change made on another device may wait.
  useDidShow(() => {
    if (loaded.tag === 'loaded' && !isEdited) return refresh()
    setEdited(false)
    if (loaded.tag !== 'loading') reload()
  })

  const remove = () =>
    start(async () => {
      const outcome = await notes.remove(id)
      if (outcome.tag === 'done') setRemoved(true)
      return outcome
    })
  const undo = () =>
    start(async () => {
      const outcome = await notes.restore(id)
      if (outcome.tag === 'done') {
        setRemoved(false)
        reload()
      }
      return outcome
    })

  if (isRemoved) {
    return (
      <>
        <Result id="note-removed" text={texts.removed}>
          <Button id="note-undo" label={texts.undo} look="plain" state={state} onTap={undo} />
        </Result>
        <AttemptNotice id="note-undo-failure" attempt={attempt} />
      </>
    )
  }
  switch (loaded.tag) {
    case 'loading':
      return <LoadingCard />
    case 'failed':
      return <NoteFailure kind={loaded.kind} onRetry={reload} />
    case 'loaded':
      return (
        <>
          <NoteText note={loaded.value} />
          <Button id="note-edit" label={texts.edit} onTap={edit} />
          <NoteSharing note={loaded.value} onChanged={reload} />
          <Button
            id="note-delete"
            label={texts.remove}
            look="danger"
            state={state}
            onTap={remove}
          />
          <AttemptNotice id="note-delete-failure" attempt={attempt} />
        </>
      )
  }
}

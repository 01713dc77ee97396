import { useCallback, useState } from 'react'
import type { Outcome } from '../../auth/account/attempt'
import { LoadingCard } from '../../ui/feedback/LoadingCard'
import { useServices } from '../services'
import { useLoaded } from '../shared/use-loaded'
import { draftOf, type Draft } from './draft'
import { NoteEditor } from './NoteEditor'
import { NoteFailure } from './NoteFailure'
import { noteId } from './note-id'
import { useNotes } from './use-notes'

interface Props {
  userId: number
  /** The note to change; undefined for a new one. */
  id: string | undefined
  onSaved: () => void
}

/** Fetches what is to be edited, finds what was typed before, and hands both to the editor. */
export const NoteDraft = ({ userId, id, onSaved }: Props) => {
  const { storage, randomBytes } = useServices().platform
  const notes = useNotes()
  // The fields are uncontrolled: to start over is a new form.
  const [form, setForm] = useState(0)

  const fetch = useCallback(async (): Promise<Outcome<Draft>> => {
    if (id !== undefined) return notes.get(id)
    const fresh = { id: noteId(randomBytes()), title: '', body: '', pictures: [], version: 0 }
    return { tag: 'done', value: fresh }
  }, [notes, id, randomBytes])
  const { loaded, reload } = useLoaded(fetch)

  switch (loaded.tag) {
    case 'loading':
      return <LoadingCard />
    case 'failed':
      return <NoteFailure kind={loaded.kind} onRetry={reload} />
    case 'loaded':
      return (
        <NoteEditor
          key={form}
          userId={userId}
          saved={loaded.value}
          draft={draftOf(storage, userId, id ?? null)}
          onSaved={onSaved}
          onStartOver={() => {
            reload()
            setForm(form + 1)
          }}
        />
      )
  }
}

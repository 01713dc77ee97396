import { useCallback } from 'react'
import type { Outcome } from '../../auth/account/attempt'
import { MembersOnly } from '../shared/MembersOnly'
import { ForeignNote } from './ForeignNote'
import type { ReadableNote } from './note'
import { OwnNote } from './OwnNote'
import type { Shared } from './use-share-card'
import { useNotes } from './use-notes'

interface Props {
  /** One of the member's own. */
  id: string | undefined
  /** What the address of a shared one ends with. */
  share: string | undefined
  /** One of the samples, for guests. */
  sample: string | undefined
  onShareable: (shared: Shared | null) => void
}

/** The note of an address: the member's own, a shared one, or a sample. */
export const NotePanel = ({ id, share, sample, onShareable }: Props) => {
  const notes = useNotes()
  const fetchShared = useCallback(async (): Promise<Outcome<ReadableNote>> => {
    const outcome = await notes.getShared(share ?? '')
    if (outcome.tag === 'done') onShareable({ title: outcome.value.title, shareId: share ?? '' })
    return outcome
  }, [notes, share, onShareable])
  const fetchSample = useCallback(async (): Promise<Outcome<ReadableNote>> => {
    const outcome = await notes.samples()
    if (outcome.tag === 'failed') return outcome
    const found = outcome.value.notes.find((note) => note.id === sample)
    return found === undefined
      ? { tag: 'failed', failure: { kind: 'notFound', retry: false } }
      : { tag: 'done', value: found }
  }, [notes, sample])

  if (share !== undefined) return <ForeignNote fetch={fetchShared} />
  if (sample !== undefined) return <ForeignNote fetch={fetchSample} />
  return <MembersOnly>{() => <OwnNote id={id ?? ''} onShareable={onShareable} />}</MembersOnly>
}

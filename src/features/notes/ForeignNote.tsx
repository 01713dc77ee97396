import type { Outcome } from '../../auth/account/attempt'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { LoadingCard } from '../../ui/feedback/LoadingCard'
import { useLoaded } from '../shared/use-loaded'
import type { ReadableNote } from './note'
import { NoteFailure } from './NoteFailure'
import { NoteText } from './NoteText'
import { WriteNote } from './WriteNote'

/** A note that anyone may read, and from it to one's own. `fetch` must be the same from render to render. */
export const ForeignNote = ({ fetch }: { fetch: () => Promise<Outcome<ReadableNote>> }) => {
  const texts = useTexts(notesTexts)
  const { loaded, reload } = useLoaded(fetch)

  return (
    <>
      {loaded.tag === 'loading' && <LoadingCard />}
      {loaded.tag === 'failed' && <NoteFailure kind={loaded.kind} onRetry={reload} />}
      {loaded.tag === 'loaded' && <NoteText note={loaded.value} />}
      <WriteNote label={texts.ownToo} look="plain" />
    </>
  )
}

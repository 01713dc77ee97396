import type { Outcome } from '../../auth/account/attempt'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Button } from '../../ui/Button'
import { LoadingCard } from '../../ui/LoadingCard'
import { open } from '../navigation/open'
import { SignInSheet } from '../session/SignInSheet'
import { useLoaded } from '../shared/use-loaded'
import type { ReadableNote } from './note'
import { NoteFailure } from './NoteFailure'
import { NoteText } from './NoteText'

/** A note that anyone may read, and from it to one's own. `fetch` must be the same from render to render. */
export function ForeignNote({ fetch }: { fetch: () => Promise<Outcome<ReadableNote>> }) {
  const requireAuth = useWechatAuth((auth) => auth.requireAuth)
  const texts = useTexts(notesTexts)
  const { loaded, reload } = useLoaded(fetch)

  const write = async () => {
    if (await requireAuth()) open('noteEdit')
  }

  return (
    <>
      {loaded.tag === 'loading' && <LoadingCard />}
      {loaded.tag === 'failed' && <NoteFailure kind={loaded.kind} onRetry={reload} />}
      {loaded.tag === 'here' && <NoteText note={loaded.value} />}
      <Button id="note-write" label={texts.ownToo} look="plain" onTap={() => void write()} />
      <SignInSheet title={texts.gateTitle} lead={texts.gateLead} />
    </>
  )
}

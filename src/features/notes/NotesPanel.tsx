import { Text } from '@tarojs/components'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { LoadingCard } from '../../ui/feedback/LoadingCard'
import { open } from '../navigation/open'
import { NoteList } from './NoteList'
import { useNotes } from './use-notes'
import { WriteNote } from './WriteNote'

/** A member's notes; guests see samples, and are asked to sign in when they want to write. */
export const NotesPanel = () => {
  const session = useWechatAuth((auth) => auth.session)
  const notes = useNotes()
  const texts = useTexts(notesTexts)

  const isWaiting = session.tag === 'booting' || session.tag === 'signingIn'
  return (
    <>
      <WriteNote label={texts.write} look="primary" />
      {isWaiting && <LoadingCard />}
      {session.tag === 'member' && (
        // A key per identity: no one sees the list of who was here before.
        <NoteList
          key={session.epoch}
          fetch={notes.list}
          onOpen={({ id }) => open('note', `id=${id}`)}
        />
      )}
      {!isWaiting && session.tag !== 'member' && (
        <>
          <NoteList
            fetch={notes.samples}
            heading={texts.samples}
            onOpen={({ id }) => open('note', `sample=${id}`)}
          />
          <Text className="text-note">{texts.samplesLead}</Text>
        </>
      )}
    </>
  )
}

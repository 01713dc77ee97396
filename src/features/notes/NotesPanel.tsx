import { Text } from '@tarojs/components'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Button } from '../../ui/Button'
import { LoadingCard } from '../../ui/LoadingCard'
import { open } from '../navigation/open'
import { SignInSheet } from '../session/SignInSheet'
import { NoteList } from './NoteList'
import { useNotes } from './use-notes'

/** A member's notes; guests see samples, and are asked to sign in when they want to write. */
export function NotesPanel() {
  const { session, requireAuth } = useWechatAuth(({ session, requireAuth }) => ({
    session,
    requireAuth,
  }))
  const notes = useNotes()
  const texts = useTexts(notesTexts)

  const write = async () => {
    if (await requireAuth()) open('noteEdit')
  }

  const isWaiting = session.tag === 'booting' || session.tag === 'signingIn'
  return (
    <>
      <Button id="note-write" label={texts.write} onTap={() => void write()} />
      {isWaiting && <LoadingCard />}
      {session.tag === 'member' && (
        // A key per identity: nobody sees the list of who was here before.
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
      <SignInSheet title={texts.gateTitle} lead={texts.gateLead} />
    </>
  )
}

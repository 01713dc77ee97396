import { useRouter } from '@tarojs/taro'
import { leave } from '../../../features/navigation/open'
import { NoteDraft } from '../../../features/notes/NoteDraft'
import { MembersOnly } from '../../../features/shared/MembersOnly'
import { useTexts } from '../../../i18n/LanguageProvider'
import { notesTexts } from '../../../i18n/notes'
import { Page } from '../../../ui/Page'

export default function NoteEditPage() {
  const { id } = useRouter().params
  const texts = useTexts(notesTexts)
  return (
    <Page title={id === undefined ? texts.newNote : texts.editNote}>
      <MembersOnly>
        {({ id: userId }) => (
          // A key per person: what one has typed is not saved by the next.
          <NoteDraft key={userId} userId={userId} id={id} onSaved={() => leave()} />
        )}
      </MembersOnly>
    </Page>
  )
}

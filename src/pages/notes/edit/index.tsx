import { useRouter } from '@tarojs/taro'
import { useLeave } from '../../../features/navigation/use-leave'
import { NoteDraft } from '../../../features/notes/NoteDraft'
import { MembersOnly } from '../../../features/shared/MembersOnly'
import { useTexts } from '../../../i18n/LanguageProvider'
import { notesTexts } from '../../../i18n/notes'
import { Page } from '../../../ui/page/Page'

export default function NoteEditPage() {
  const { id } = useRouter().params
  const texts = useTexts(notesTexts)
  const leave = useLeave()
  return (
    <Page title={id === undefined ? texts.write : texts.editNote}>
      <MembersOnly>
        {({ id: userId }) => <NoteDraft userId={userId} id={id} onSaved={() => leave()} />}
      </MembersOnly>
    </Page>
  )
}

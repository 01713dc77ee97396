import { useShareAppMessage } from '@tarojs/taro'
import { NotesPanel } from '../../features/notes/NotesPanel'
import { useTexts } from '../../i18n/LanguageProvider'
import { notesTexts } from '../../i18n/notes'
import { Page } from '../../ui/page/Page'

export default function NotesPage() {
  const texts = useTexts(notesTexts)
  useShareAppMessage(() => ({ title: texts.title, path: '/pages/notes/index' }))
  return (
    <Page title={texts.title} lead={texts.lead}>
      <NotesPanel />
    </Page>
  )
}

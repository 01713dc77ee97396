import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { NotePanel } from '../../../features/notes/NotePanel'
import { useShareCard } from '../../../features/notes/use-share-card'
import { useTexts } from '../../../i18n/LanguageProvider'
import { notesTexts } from '../../../i18n/notes'
import { Page } from '../../../ui/page/Page'

export default function NotePage() {
  const { id, share, sample } = useRouter().params
  const texts = useTexts(notesTexts)
  const { card, setShared } = useShareCard(share)
  useShareAppMessage(card)
  return (
    <Page title={texts.title}>
      <NotePanel id={id} share={share} sample={sample} onShareable={setShared} />
    </Page>
  )
}

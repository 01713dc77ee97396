import { useRouter } from '@tarojs/taro'
import { LinkPanel } from '../../../features/link/LinkPanel'
import { leave } from '../../../features/navigation/open'
import { useTexts } from '../../../i18n/LanguageProvider'
import { linkTexts } from '../../../i18n/link'
import { Page } from '../../../ui/page/Page'

export default function LinkPage() {
  const { redirect } = useRouter().params
  const texts = useTexts(linkTexts)
  return (
    <Page title={texts.title}>
      <LinkPanel onLeave={() => leave(redirect)} />
    </Page>
  )
}

import { PhonePanel } from '../../../features/phone/PhonePanel'
import { useTexts } from '../../../i18n/LanguageProvider'
import { phoneTexts } from '../../../i18n/phone'
import { Page } from '../../../ui/page/Page'

export default function PhonePage() {
  const texts = useTexts(phoneTexts)
  return (
    <Page title={texts.title}>
      <PhonePanel />
    </Page>
  )
}

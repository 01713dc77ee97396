import { LegalDocument } from '../../../features/legal/LegalDocument'
import { privacyGuide } from '../../../features/legal/privacy-guide'
import { WithdrawConsent } from '../../../features/privacy/WithdrawConsent'
import { useTexts } from '../../../i18n/LanguageProvider'
import { Page } from '../../../ui/Page'

export default function PrivacyPage() {
  const { title, lead } = useTexts(privacyGuide)
  return (
    <Page title={title} lead={lead}>
      <LegalDocument text={privacyGuide} />
      <WithdrawConsent />
    </Page>
  )
}

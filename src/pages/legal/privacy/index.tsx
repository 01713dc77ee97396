import { LegalDocument } from '../../../features/legal/LegalDocument'
import { privacyGuide } from '../../../features/legal/privacy-guide'
import { open } from '../../../features/navigation/open'
import { WithdrawConsent } from '../../../features/privacy/WithdrawConsent'
import { useTexts } from '../../../i18n/LanguageProvider'
import { meTexts } from '../../../i18n/me'
import { Button } from '../../../ui/form/Button'
import { Page } from '../../../ui/page/Page'

export default function PrivacyPage() {
  const { title, lead } = useTexts(privacyGuide)
  const { terms } = useTexts(meTexts)
  return (
    <Page title={title} lead={lead}>
      <LegalDocument text={privacyGuide} />
      <WithdrawConsent />
      <Button id="privacy-terms" label={terms} look="quiet" onTap={() => open('terms')} />
    </Page>
  )
}

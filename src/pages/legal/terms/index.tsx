import { LegalDocument } from '../../../features/legal/LegalDocument'
import { termsOfUse } from '../../../features/legal/terms-of-use'
import { open } from '../../../features/navigation/open'
import { useTexts } from '../../../i18n/LanguageProvider'
import { meTexts } from '../../../i18n/me'
import { Button } from '../../../ui/form/Button'
import { Page } from '../../../ui/page/Page'

export default function TermsPage() {
  const { title, lead } = useTexts(termsOfUse)
  const { privacy } = useTexts(meTexts)
  return (
    <Page title={title} lead={lead}>
      <LegalDocument text={termsOfUse} />
      <Button id="terms-privacy" label={privacy} look="quiet" onTap={() => open('privacy')} />
    </Page>
  )
}

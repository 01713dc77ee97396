import { LegalDocument } from '../../../features/legal/LegalDocument'
import { termsOfUse } from '../../../features/legal/terms-of-use'
import { useTexts } from '../../../i18n/LanguageProvider'
import { Page } from '../../../ui/Page'

export default function TermsPage() {
  const { title, lead } = useTexts(termsOfUse)
  return (
    <Page title={title} lead={lead}>
      <LegalDocument text={termsOfUse} />
    </Page>
  )
}

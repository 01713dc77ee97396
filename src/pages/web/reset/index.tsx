import { ResetPanel } from '../../../features/web/ResetPanel'
import { useTexts } from '../../../i18n/LanguageProvider'
import { webTexts } from '../../../i18n/web'
import { Page } from '../../../ui/Page'

export default function ResetPage() {
  const texts = useTexts(webTexts)
  return (
    <Page title={texts.resetTitle} lead={texts.resetLead}>
      <ResetPanel />
    </Page>
  )
}

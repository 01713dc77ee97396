import { ExportPanel } from '../../../../features/account/ExportPanel'
import { MembersOnly } from '../../../../features/shared/MembersOnly'
import { accountTexts } from '../../../../i18n/account'
import { useTexts } from '../../../../i18n/LanguageProvider'
import { Page } from '../../../../ui/page/Page'

export default function ExportPage() {
  const texts = useTexts(accountTexts)
  return (
    <Page title={texts.export}>
      <MembersOnly>{() => <ExportPanel />}</MembersOnly>
    </Page>
  )
}

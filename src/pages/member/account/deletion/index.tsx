import { Deletion } from '../../../../features/account/Deletion'
import { accountTexts } from '../../../../i18n/account'
import { useTexts } from '../../../../i18n/LanguageProvider'
import { Page } from '../../../../ui/page/Page'

export default function DeletionPage() {
  const texts = useTexts(accountTexts)
  return (
    <Page title={texts.deletion}>
      <Deletion />
    </Page>
  )
}

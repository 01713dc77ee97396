import { NewPasswordPanel } from '../../../features/web/NewPasswordPanel'
import { ResetPanel } from '../../../features/web/ResetPanel'
import { useMailedToken } from '../../../features/web/use-mailed-token'
import { useTexts } from '../../../i18n/LanguageProvider'
import { webTexts } from '../../../i18n/web'
import { Page } from '../../../ui/page/Page'

export default function ResetPage() {
  const texts = useTexts(webTexts)
  const { token, drop } = useMailedToken()
  return (
    <Page title={texts.resetTitle}>
      {token === undefined ? <ResetPanel /> : <NewPasswordPanel token={token} onAskAgain={drop} />}
    </Page>
  )
}

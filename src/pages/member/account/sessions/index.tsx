import { SessionList } from '../../../../features/account/SessionList'
import { MembersOnly } from '../../../../features/shared/MembersOnly'
import { accountTexts } from '../../../../i18n/account'
import { useTexts } from '../../../../i18n/LanguageProvider'
import { Page } from '../../../../ui/page/Page'

export default function SessionsPage() {
  const texts = useTexts(accountTexts)
  return (
    <Page title={texts.sessions}>
      <MembersOnly>{() => <SessionList />}</MembersOnly>
    </Page>
  )
}

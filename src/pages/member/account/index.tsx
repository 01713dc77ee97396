import { AccountPanel } from '../../../features/account/AccountPanel'
import { MembersOnly } from '../../../features/shared/MembersOnly'
import { FullProfile } from '../../../features/shared/FullProfile'
import { accountTexts } from '../../../i18n/account'
import { useTexts } from '../../../i18n/LanguageProvider'
import { Page } from '../../../ui/page/Page'

export default function AccountPage() {
  const texts = useTexts(accountTexts)
  return (
    <Page title={texts.title} lead={texts.lead}>
      <MembersOnly>
        {(user) => (
          <FullProfile user={user}>{(whole) => <AccountPanel user={whole} />}</FullProfile>
        )}
      </MembersOnly>
    </Page>
  )
}

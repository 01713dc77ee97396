import { AccountPanel } from '../../../features/account/AccountPanel'
import { MembersOnly } from '../../../features/shared/MembersOnly'
import { WholeUser } from '../../../features/shared/WholeUser'
import { accountTexts } from '../../../i18n/account'
import { useTexts } from '../../../i18n/LanguageProvider'
import { Page } from '../../../ui/Page'

export default function AccountPage() {
  const texts = useTexts(accountTexts)
  return (
    <Page title={texts.title} lead={texts.lead}>
      <MembersOnly>
        {(user) => <WholeUser user={user}>{(whole) => <AccountPanel user={whole} />}</WholeUser>}
      </MembersOnly>
    </Page>
  )
}

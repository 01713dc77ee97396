import { UsernameForm } from '../../../../features/account/UsernameForm'
import { MembersOnly } from '../../../../features/shared/MembersOnly'
import { WholeUser } from '../../../../features/shared/WholeUser'
import { accountTexts } from '../../../../i18n/account'
import { useTexts } from '../../../../i18n/LanguageProvider'
import { Page } from '../../../../ui/Page'

export default function UsernamePage() {
  const texts = useTexts(accountTexts)
  return (
    <Page title={texts.username}>
      <MembersOnly>
        {(user) => <WholeUser user={user}>{(whole) => <UsernameForm user={whole} />}</WholeUser>}
      </MembersOnly>
    </Page>
  )
}

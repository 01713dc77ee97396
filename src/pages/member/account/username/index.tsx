import { UsernameForm } from '../../../../features/account/UsernameForm'
import { MembersOnly } from '../../../../features/shared/MembersOnly'
import { FullProfile } from '../../../../features/shared/FullProfile'
import { accountTexts } from '../../../../i18n/account'
import { useTexts } from '../../../../i18n/LanguageProvider'
import { Page } from '../../../../ui/page/Page'

export default function UsernamePage() {
  const texts = useTexts(accountTexts)
  return (
    <Page title={texts.username}>
      <MembersOnly>
        {(user) => (
          <FullProfile user={user}>{(whole) => <UsernameForm user={whole} />}</FullProfile>
        )}
      </MembersOnly>
    </Page>
  )
}

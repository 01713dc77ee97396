import { EmailForm } from '../../../../features/account/EmailForm'
import { MembersOnly } from '../../../../features/shared/MembersOnly'
import { FullProfile } from '../../../../features/shared/FullProfile'
import { accountTexts } from '../../../../i18n/account'
import { useTexts } from '../../../../i18n/LanguageProvider'
import { Page } from '../../../../ui/page/Page'

export default function EmailPage() {
  const texts = useTexts(accountTexts)
  return (
    <Page title={texts.email}>
      <MembersOnly>
        {(user) => <FullProfile user={user}>{(whole) => <EmailForm user={whole} />}</FullProfile>}
      </MembersOnly>
    </Page>
  )
}

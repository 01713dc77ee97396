import { PasswordForm } from '../../../../features/account/PasswordForm'
import { FullProfile } from '../../../../features/shared/FullProfile'
import { MembersOnly } from '../../../../features/shared/MembersOnly'
import { accountTexts } from '../../../../i18n/account'
import { useTexts } from '../../../../i18n/LanguageProvider'
import { Page } from '../../../../ui/page/Page'

export default function PasswordPage() {
  const texts = useTexts(accountTexts)
  return (
    <Page title={texts.password}>
      <MembersOnly>
        {(user) => (
          <FullProfile user={user}>{(whole) => <PasswordForm user={whole} />}</FullProfile>
        )}
      </MembersOnly>
    </Page>
  )
}

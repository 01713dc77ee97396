import { MembersOnly } from '../../../features/shared/MembersOnly'
import { FullProfile } from '../../../features/shared/FullProfile'
import { VerifyPanel } from '../../../features/web/VerifyPanel'
import { useTexts } from '../../../i18n/LanguageProvider'
import { webTexts } from '../../../i18n/web'
import { Page } from '../../../ui/page/Page'

export default function VerifyPage() {
  const texts = useTexts(webTexts)
  return (
    <Page title={texts.verifyTitle}>
      <MembersOnly>
        {(user) => <FullProfile user={user}>{(whole) => <VerifyPanel user={whole} />}</FullProfile>}
      </MembersOnly>
    </Page>
  )
}

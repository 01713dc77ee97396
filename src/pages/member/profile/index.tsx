import { ProfilePanel } from '../../../features/profile/ProfilePanel'
import { MembersOnly } from '../../../features/shared/MembersOnly'
import { useTexts } from '../../../i18n/LanguageProvider'
import { profileTexts } from '../../../i18n/profile'
import { Page } from '../../../ui/page/Page'

export default function ProfilePage() {
  const texts = useTexts(profileTexts)
  return (
    <Page title={texts.title} lead={texts.lead}>
      <MembersOnly>{(user) => <ProfilePanel user={user} />}</MembersOnly>
    </Page>
  )
}

import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTabTitles } from '../../features/language/use-tab-titles'
import { AboutCells } from '../../features/me/AboutCells'
import { MemberCells } from '../../features/me/MemberCells'
import { useRefresh } from '../../features/me/use-refresh'
import { SessionCard } from '../../features/session/SessionCard'
import { FailureNotice } from '../../features/shared/FailureNotice'
import { useTexts } from '../../i18n/LanguageProvider'
import { meTexts } from '../../i18n/me'
import { sessionTexts } from '../../i18n/session'
import { Button } from '../../ui/form/Button'
import { Page } from '../../ui/page/Page'

export default function MePage() {
  const { user, signOut } = useWechatAuth(({ user, signOut }) => ({ user, signOut }))
  const texts = useTexts(meTexts)
  const words = useTexts(sessionTexts)
  useTabTitles()
  const failure = useRefresh()
  return (
    <Page kind="tab" title={texts.title}>
      {user === null && <SessionCard />}
      {user !== null && failure !== null && <FailureNotice id="refresh-failure" kind={failure} />}
      {user !== null && <MemberCells user={user} />}
      <AboutCells />
      {user !== null && (
        <Button id="sign-out" label={words.signOut} look="quiet" onTap={() => void signOut()} />
      )}
    </Page>
  )
}

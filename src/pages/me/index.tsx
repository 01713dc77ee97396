import { useWechatAuth } from '../../auth/useWechatAuth'
import { SessionCard } from '../../features/session/SessionCard'
import { useTexts } from '../../i18n/LanguageProvider'
import { Button } from '../../ui/Button'
import { Page } from '../../ui/Page'

export default function MePage() {
  const { session, signOut } = useWechatAuth()
  const texts = useTexts()
  return (
    <Page title={texts.meTitle}>
      <SessionCard />
      {session.tag === 'member' && (
        <Button id="sign-out" label={texts.signOut} look="quiet" onTap={signOut} />
      )}
    </Page>
  )
}

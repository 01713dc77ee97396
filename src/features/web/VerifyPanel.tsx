import type { User } from '../../baas/user'
import { useTexts } from '../../i18n/LanguageProvider'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { open } from '../navigation/open'
import { useServices } from '../services'
import { AttemptNotice } from '../shared/AttemptNotice'
import { useAttempt } from '../shared/use-attempt'

/** Whether the e-mail address is verified; the link in the message leads to VerifyLinkPanel or the backend's own page. */
export function VerifyPanel({ user }: { user: User }) {
  const { baas } = useServices()
  const texts = useTexts(webTexts)
  const looking = useAttempt()
  const sending = useAttempt()

  if (!user._email) {
    return (
      <Card>
        <Notice id="verify-none" tone="info" text={texts.noEmail} />
        <Button id="verify-email" label={texts.setEmail} onTap={() => open('email')} />
      </Card>
    )
  }
  if (user._email_verified === true) {
    return <Notice id="verify-done" tone="good" text={texts.verified} />
  }
  return (
    <Card>
      <Notice id="verify-open" tone="warn" text={texts.notVerified} />
      <Button
        id="verify-refresh"
        label={texts.refresh}
        state={looking.state}
        onTap={() => looking.start(() => baas.auth.getCurrentUser())}
      />
      <Button
        id="verify-resend"
        label={texts.resend}
        look="plain"
        state={sending.state}
        onTap={() =>
          sending.start(async () => (await baas.auth.getCurrentUser()).requestEmailVerification())
        }
      />
      <AttemptNotice id="verify-resent" attempt={sending.attempt} done={texts.resent} />
    </Card>
  )
}

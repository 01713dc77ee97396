import type { Member } from '../../auth/member'
import { useTexts } from '../../i18n/LanguageProvider'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { EmailCodeForm } from '../account/EmailCodeForm'
import { open } from '../navigation/open'

/** Whether the member's e-mail address is verified, and the code that does it. The link of a letter leads here. */
export const VerifyPanel = ({ user }: { user: Member }) => {
  const texts = useTexts(webTexts)
  if (!user._email) {
    return (
      <Card>
        <Notice id="verify-none" tone="info" text={texts.noEmail} />
        <Button id="verify-email" label={texts.setEmail} onTap={() => open('email')} />
      </Card>
    )
  }
  return user._email_verified === true ? (
    <Notice id="verify-done" tone="good" text={texts.verified} />
  ) : (
    <EmailCodeForm />
  )
}

import type { Member } from '../../auth/member'
import { useTexts } from '../../i18n/LanguageProvider'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'
import { Result } from '../../ui/Result'
import { EmailCodeForm } from '../account/EmailCodeForm'
import { leave, open } from '../navigation/open'

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
    <Result id="verify-done" text={texts.verified}>
      <Button id="verify-leave" label={texts.back} onTap={() => leave()} />
    </Result>
  ) : (
    <EmailCodeForm />
  )
}

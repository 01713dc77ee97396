import type { Member } from '../../auth/member'
import { useTexts } from '../../i18n/LanguageProvider'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { Cell } from '../../ui/content/Cell'
import { Notice } from '../../ui/feedback/Notice'
import { Result } from '../../ui/feedback/Result'
import { EmailCodeForm } from '../account/EmailCodeForm'
import { leave, open } from '../navigation/open'

/** Whether the member's e-mail address is verified, and the code that does it. The link of the e-mail leads here. */
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
  // Shown, because the e-mail may be for another account than the one signed in here.
  return user._email_verified === true ? (
    <Result id="verify-done" text={`${user._email}\n${texts.verified}`}>
      <Button id="verify-leave" label={texts.back} onTap={() => leave()} />
    </Result>
  ) : (
    <>
      <Card inset="rows">
        <Cell id="verify-address" label={texts.email} value={user._email} />
      </Card>
      <EmailCodeForm />
    </>
  )
}

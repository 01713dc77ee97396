import { useAccount } from '../../auth/useAccount'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { emailTexts } from '../../i18n/emails'
import { refusalTexts } from '../../i18n/refusals'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { Field } from '../../ui/form/Field'
import { Form } from '../../ui/form/Form'
import { AttemptNotice } from '../shared/AttemptNotice'
import { NOTHING_TYPED, useAttempt } from '../shared/use-attempt'

/**
 * Verifies the member's address by the code of an e-mail, typed where they are signed in. A hosted backend has no such
 * code (404): its e-mails have a link, and the member refreshes the page afterwards.
 */
export const EmailCodeForm = () => {
  const { verifyEmail, sendVerificationEmail } = useAccount()
  const refresh = useWechatAuth((auth) => auth.refresh)
  const texts = useTexts(emailTexts)
  const { email_code_wrong: wrong } = useTexts(refusalTexts)
  const checking = useAttempt()
  const sending = useAttempt()
  const looking = useAttempt()

  const send = () => {
    // The failure of the old code does not hold for the new one.
    checking.clear()
    sending.start(sendVerificationEmail)
  }
  const onSubmit = ({ code = '' }: Readonly<Record<string, string>>) => {
    checking.start(async () => (code.trim() === '' ? NOTHING_TYPED : verifyEmail(code.trim())))
  }

  return (
    <Card heading={texts.notVerified}>
      <Form id="email-code-form" onSubmit={onSubmit}>
        <Field
          id="email-code"
          name="code"
          kind="text"
          label={texts.code}
          hint={texts.codeHint}
          example={texts.codeExample}
          maxLength={16}
        />
        <Button
          id="email-code-submit"
          formType="submit"
          label={texts.verify}
          state={checking.state}
        />
      </Form>
      <AttemptNotice
        id="email-code-failure"
        attempt={checking.attempt}
        texts={{ denied: wrong, unsupported: texts.codeUnsupported }}
      />
      <Button
        id="verify-resend"
        label={texts.askAgain}
        look="quiet"
        state={sending.state}
        onTap={send}
      />
      <AttemptNotice id="verify-resent" attempt={sending.attempt} done={texts.sent} />
      <Button
        id="verify-refresh"
        label={texts.refresh}
        look="quiet"
        state={looking.state}
        onTap={() => looking.start(refresh)}
      />
      <AttemptNotice id="verify-refresh-failure" attempt={looking.attempt} />
    </Card>
  )
}

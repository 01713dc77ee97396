import { Text } from '@tarojs/components'
import { useState } from 'react'
import { useAccount } from '../../auth/useAccount'
import { useTexts } from '../../i18n/LanguageProvider'
import { refusalTexts } from '../../i18n/refusals'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { Field } from '../../ui/form/Field'
import { Form } from '../../ui/form/Form'
import { Result } from '../../ui/feedback/Result'
import { isEmail, plain } from '../account/rules'
import { replaceWith } from '../navigation/open'
import { AttemptNotice } from '../shared/AttemptNotice'
import { useAttempt } from '../shared/use-attempt'

/**
 * Asks for a link that sets a new password (NewPasswordPanel, or the backend's own page). Whether the address is
 * known is not said, except by a hosted backend that answers 404: then it is said in the same words.
 */
export const ResetPanel = () => {
  const { requestPasswordReset } = useAccount()
  const texts = useTexts(webTexts)
  const { email_malformed: malformed } = useTexts(refusalTexts)
  const [isWrong, setWrong] = useState(false)
  const { attempt, state, start } = useAttempt()

  const onSubmit = ({ email = '' }: Readonly<Record<string, string>>) => {
    setWrong(!isEmail(email))
    if (!isEmail(email)) return
    start(() => requestPasswordReset(plain(email)))
  }

  const toSignIn = (
    <Button
      id="reset-sign-in"
      label={texts.toSignIn}
      look="quiet"
      onTap={() => replaceWith('signIn')}
    />
  )
  // What to do next stays on screen: it is read again with the e-mail open.
  if (attempt.tag === 'done') {
    return (
      <Result id="reset-said" text={texts.resetSent}>
        {toSignIn}
      </Result>
    )
  }
  return (
    <Card>
      <Text className="text-note">{texts.resetLead}</Text>
      <Form id="reset-form" onSubmit={onSubmit}>
        <Field
          id="reset-email"
          name="email"
          kind="email"
          label={texts.email}
          maxLength={254}
          error={isWrong ? malformed : undefined}
        />
        <Button id="reset-submit" formType="submit" label={texts.resetSend} state={state} />
      </Form>
      {!isWrong && <AttemptNotice id="reset-said" attempt={attempt} />}
      {toSignIn}
    </Card>
  )
}

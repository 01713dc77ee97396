import { useState } from 'react'
import { BaasError } from '../../baas/errors'
import { useTexts } from '../../i18n/LanguageProvider'
import { refusalTexts } from '../../i18n/refusals'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { isEmail } from '../account/rules'
import { replaceWith } from '../navigation/open'
import { useServices } from '../services'
import { AttemptNotice } from '../shared/AttemptNotice'
import { useAttempt } from '../shared/use-attempt'

const unlessUnknown = (error: unknown): void => {
  if (!(error instanceof BaasError) || error.status !== 404) throw error
}

/**
 * Asks for a link that sets a new password (NewPasswordPanel, or the backend's own page). Whether the address is
 * known is not said, except by a hosted backend that answers 404: then it is said in the same words.
 */
export function ResetPanel() {
  const { baas } = useServices()
  const texts = useTexts(webTexts)
  const { email_malformed: malformed } = useTexts(refusalTexts)
  const [isWrong, setWrong] = useState(false)
  const { attempt, state, start } = useAttempt()

  const onSubmit = ({ email = '' }: Readonly<Record<string, string>>) => {
    setWrong(!isEmail(email))
    if (!isEmail(email)) return
    start(() => baas.auth.requestPasswordReset({ email: email.trim() }).catch(unlessUnknown))
  }

  return (
    <Card>
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
      <AttemptNotice id="reset-said" attempt={attempt} done={texts.resetSent} />
      <Button
        id="reset-sign-in"
        label={texts.toSignIn}
        look="quiet"
        onTap={() => replaceWith('signIn')}
      />
    </Card>
  )
}

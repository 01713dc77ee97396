import { useState } from 'react'
import type { User } from '../../baas/user'
import { accountTexts } from '../../i18n/account'
import { formTexts } from '../../i18n/forms'
import { useTexts } from '../../i18n/LanguageProvider'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { useServices } from '../services'
import { AttemptNotice } from '../shared/AttemptNotice'
import { useAttempt } from '../shared/use-attempt'
import { EmailCodeForm } from './EmailCodeForm'
import { RemoveName } from './RemoveName'
import { isEmail } from './rules'

/** Sets the e-mail address and has it verified by a mailed code: only a verified one resets a password. */
export function EmailForm({ user }: { user: User }) {
  const { baas } = useServices()
  const texts = useTexts(accountTexts)
  const { save } = useTexts(formTexts)
  const [isWrong, setWrong] = useState(false)
  const { attempt, state, start } = useAttempt({ 400: 'conflict' })

  const onSubmit = ({ email = '' }: Readonly<Record<string, string>>) => {
    setWrong(!isEmail(email))
    if (!isEmail(email)) return
    start(async () => {
      const current = await baas.auth.getCurrentUser()
      await current.setEmail(email.trim(), { sendVerificationEmail: true })
    })
  }

  return (
    <>
      <Card>
        <Form id="email-form" onSubmit={onSubmit}>
          <Field
            id="email"
            name="email"
            kind="email"
            label={texts.email}
            hint={texts.emailHint}
            initial={user._email ?? ''}
            maxLength={254}
            {...(isWrong ? { error: texts.emailInvalid } : {})}
          />
          <Button id="email-save" formType="submit" label={save} state={state} />
        </Form>
        <AttemptNotice
          id="email-said"
          attempt={attempt}
          done={texts.emailSent}
          here={{ conflict: texts.taken }}
        />
        <RemoveName user={user} name="email" />
      </Card>
      {user._email && user._email_verified !== true && <EmailCodeForm user={user} />}
    </>
  )
}

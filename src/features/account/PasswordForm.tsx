import { useState } from 'react'
import type { Member } from '../../auth/member'
import { useAccount } from '../../auth/useAccount'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { accountTexts } from '../../i18n/account'
import { formTexts } from '../../i18n/forms'
import { useTexts } from '../../i18n/LanguageProvider'
import { refusalTexts } from '../../i18n/refusals'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { Field } from '../../ui/form/Field'
import { Form } from '../../ui/form/Form'
import { AttemptNotice } from '../shared/AttemptNotice'
import { useAttempt } from '../shared/use-attempt'
import { passwordProblem, type PasswordProblem } from './rules'
import { passwordName } from './sign-in-methods'

/**
 * Sets a password; the old one is asked for as re-authentication, and every other device is signed out. An
 * account that is known to have none is not asked for it; the hosted service does not say.
 */
export const PasswordForm = ({ user }: { user: Member }) => {
  const { setPassword } = useAccount()
  const refresh = useWechatAuth((auth) => auth.refresh)
  const texts = useTexts(accountTexts)
  const { save } = useTexts(formTexts)
  const refusals = useTexts(refusalTexts)
  const [problem, setProblem] = useState<PasswordProblem>()
  const { attempt, state, start } = useAttempt()
  // The fields are uncontrolled: a new key empties them.
  const [form, setForm] = useState(0)

  const onSubmit = ({ password = '', newPassword = '' }: Readonly<Record<string, string>>) => {
    const found = passwordProblem(newPassword)
    setProblem(found)
    if (found !== undefined) return
    start(async () => {
      const outcome = await setPassword({ password, newPassword })
      if (outcome.tag === 'done') setForm(form + 1)
      // It may have one by now: set on another device, or by a try whose answer was lost.
      else if (user._has_password === false) void refresh()
      return outcome
    })
  }

  return (
    <Card>
      <Form key={form} id="password-form" username={passwordName(user)} onSubmit={onSubmit}>
        {user._has_password !== false && (
          <Field
            id="password-old"
            name="password"
            kind="password"
            label={texts.passwordOld}
            {...(user._has_password === undefined ? { hint: texts.passwordOldHint } : {})}
          />
        )}
        <Field
          id="password-new"
          name="newPassword"
          kind="newPassword"
          label={texts.passwordNew}
          hint={texts.passwordHint}
          error={problem && refusals[problem]}
        />
        <Button id="password-save" formType="submit" label={save} state={state} />
      </Form>
      {problem === undefined && (
        <AttemptNotice
          id="password-said"
          attempt={attempt}
          done={texts.passwordChanged}
          texts={{ denied: texts.passwordRefused }}
        />
      )}
    </Card>
  )
}

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
import { useAttempt } from '../shared/use-attempt'
import { AttemptNotice } from '../shared/AttemptNotice'
import { RemoveName } from './RemoveName'
import { isUsername, USERNAME_LENGTH } from './rules'

/** Sets the name somebody signs in with on the web. */
export function UsernameForm({ user }: { user: User }) {
  const { baas } = useServices()
  const texts = useTexts(accountTexts)
  const { save, saved } = useTexts(formTexts)
  const [isWrong, setWrong] = useState(false)
  const { attempt, state, start } = useAttempt({ 400: 'conflict' })

  const onSubmit = ({ username = '' }: Readonly<Record<string, string>>) => {
    setWrong(!isUsername(username))
    if (!isUsername(username)) return
    start(async () => (await baas.auth.getCurrentUser()).setUsername(username.trim()))
  }

  return (
    <Card>
      <Form id="username-form" onSubmit={onSubmit}>
        <Field
          id="username"
          name="username"
          kind="username"
          label={texts.username}
          hint={texts.usernameHint}
          initial={user._username ?? ''}
          maxLength={USERNAME_LENGTH.max}
          {...(isWrong ? { error: texts.usernameInvalid } : {})}
        />
        <Button id="username-save" formType="submit" label={save} state={state} />
      </Form>
      <AttemptNotice
        id="username-said"
        attempt={attempt}
        done={saved}
        here={{ conflict: texts.taken }}
      />
      <RemoveName user={user} name="username" />
    </Card>
  )
}

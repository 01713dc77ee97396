import { useState } from 'react'
import { Text } from '@tarojs/components'
import { useAuthKit } from '../../auth/AuthProvider'
import { reauthenticate, sendCode, type Credentials } from '../../baas/reauthentication'
import type { User } from '../../baas/user'
import { common } from '../../i18n/common'
import { useTexts } from '../../i18n/LanguageProvider'
import { reauthenticationTexts } from '../../i18n/reauthentication'
import { Button } from '../../ui/Button'
import { Field } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { Sheet } from '../../ui/Sheet'
import { FailureNotice } from '../shared/FailureNotice'
import { useAttempt } from '../shared/use-attempt'

type Way = 'password' | 'sms' | 'email'

const CREDENTIALS: Readonly<Record<Way, (value: string) => Credentials>> = {
  password: (password) => ({ password }),
  sms: (code) => ({ sms_code: code.trim() }),
  email: (code) => ({ email_code: code.trim() }),
}

/** Asks for the password, or a code to the verified number or address. What was wanted goes on once it is right. */
export function ReauthenticationQuestion({ user }: { user: User }) {
  const { auth } = useAuthKit()
  const texts = useTexts(reauthenticationTexts)
  const { notNow } = useTexts(common)
  const [way, setWay] = useState<Way>('password')
  const { attempt, state, start } = useAttempt({ 400: 'denied' })

  const onSubmit = ({ credential = '' }: Readonly<Record<string, string>>) => {
    if (credential === '') return
    start(async () => {
      const token = await reauthenticate(auth.request, CREDENTIALS[way](credential))
      auth.confirmation.answer(token)
    })
  }
  const send = (next: 'sms' | 'email') =>
    start(async () => {
      await sendCode(auth.request, next === 'sms' ? 'phone' : 'email')
      setWay(next)
    })

  return (
    <Sheet
      id="reauthentication"
      title={texts.title}
      onDismiss={() => auth.confirmation.answer(undefined)}
    >
      <Text className="text-note">{texts.lead}</Text>
      <Form id="reauthentication-form" onSubmit={onSubmit}>
        <Field
          key={way}
          id="reauthentication-credential"
          name="credential"
          kind={way === 'password' ? 'password' : way === 'sms' ? 'code' : 'text'}
          label={texts[way]}
        />
        <Button id="reauthentication-submit" formType="submit" label={texts.submit} state={state} />
      </Form>
      {attempt.tag === 'failed' && (
        <FailureNotice
          id="reauthentication-failure"
          kind={attempt.kind}
          here={{ denied: texts.wrong }}
        />
      )}
      {user._phone_verified === true && (
        <Button
          id="reauthentication-sms"
          label={texts.sendSms}
          look="plain"
          state={state}
          onTap={() => send('sms')}
        />
      )}
      {user._email_verified === true && (
        <Button
          id="reauthentication-email"
          label={texts.sendEmail}
          look="plain"
          state={state}
          onTap={() => send('email')}
        />
      )}
      <Button
        id="reauthentication-later"
        label={notNow}
        look="quiet"
        onTap={() => auth.confirmation.answer(undefined)}
      />
    </Sheet>
  )
}

import { Text } from '@tarojs/components'
import { useState } from 'react'
import { failureTexts } from '../../i18n/failure'
import { useTexts } from '../../i18n/LanguageProvider'
import { legalTexts } from '../../i18n/legal'
import { linkTexts } from '../../i18n/link'
import { refusalTexts } from '../../i18n/refusals'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { Notice } from '../../ui/Notice'
import { accountNameOf, passwordProblem } from '../account/rules'
import { LegalLinks } from '../legal/LegalLinks'
import type { LinkState } from './machine'
import type { LinkFlow } from './flow'

interface Props {
  flow: LinkFlow
  state: Extract<LinkState, { tag: 'filling' | 'proving' }>
}

type Wrong = Partial<Record<'username' | 'password', string | undefined>>

/** Name and password, of an account that exists or of a new one. What was typed stays through every failure. */
export const LinkForm = ({ flow, state }: Props) => {
  const texts = useTexts(linkTexts)
  const { registering } = useTexts(legalTexts)
  const sentences = { ...useTexts(failureTexts), ...useTexts(refusalTexts), ...texts }
  const [wrong, setWrong] = useState<Wrong>({})
  const isNew = state.way === 'register'

  const onSubmit = ({ username = '', password = '' }: Readonly<Record<string, string>>) => {
    const account = accountNameOf(username)
    const isPasswordBad = isNew ? passwordProblem(password) !== undefined : password === ''
    const passwordWrong = isNew ? texts.newPasswordHint : texts.passwordMissing
    setWrong({
      username: account === undefined ? texts.usernameInvalid : undefined,
      password: isPasswordBad ? passwordWrong : undefined,
    })
    if (account !== undefined && !isPasswordBad) void flow.submit(account, password)
  }

  return (
    <Card>
      <Text className="text-note">{isNew ? texts.registerLead : texts.signInLead}</Text>
      <Form id="link-form" onSubmit={onSubmit}>
        <Field
          id="link-username"
          name="username"
          kind="username"
          label={texts.username}
          maxLength={254}
          error={wrong.username}
        />
        <Field
          id="link-password"
          name="password"
          kind={isNew ? 'newPassword' : 'password'}
          label={texts.password}
          {...(isNew ? { hint: texts.newPasswordHint } : {})}
          error={wrong.password}
        />
        <Button
          id="link-submit"
          formType="submit"
          label={isNew ? texts.submitRegister : texts.submitSignIn}
          state={state.tag === 'proving' ? 'busy' : 'ready'}
        />
      </Form>
      {isNew && <LegalLinks id="link" lead={registering} />}
      {state.tag === 'filling' && state.problem && !(wrong.username || wrong.password) && (
        <Notice id="link-failure" tone="danger" text={sentences[state.problem]} />
      )}
      <Button
        id="link-back"
        label={texts.otherWay}
        look="quiet"
        state={state.tag === 'proving' ? 'disabled' : 'ready'}
        onTap={flow.goBack}
      />
    </Card>
  )
}

import { useState, type PropsWithChildren } from 'react'
import { useTexts } from '../../i18n/LanguageProvider'
import { refusalTexts } from '../../i18n/refusals'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/Button'
import type { ButtonState } from '../../ui/button.types'
import { Field } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { accountNameOf, passwordProblem, type AccountName } from '../account/rules'

interface Props {
  /** Prefix of the ids inside: `sign-in` or `register`. */
  id: 'sign-in' | 'register'
  state: ButtonState
  onSubmit: (account: AccountName, password: string) => void
}

type Wrong = Partial<Record<'name' | 'password', string | undefined>>

/**
 * Name and password; a new password is held to the server's rules before it is sent. What its children say about the last
 * try is shown while nothing is wrong with the fields.
 */
export const CredentialsForm = ({ id, state, onSubmit, children }: PropsWithChildren<Props>) => {
  const texts = useTexts(webTexts)
  const refusals = useTexts(refusalTexts)
  const [wrong, setWrong] = useState<Wrong>({})
  const isNew = id === 'register'

  const passwordWrong = (password: string): string | undefined => {
    if (!isNew) return password === '' ? texts.passwordMissing : undefined
    const problem = passwordProblem(password)
    return problem && refusals[problem]
  }

  const submit = ({ name = '', password = '' }: Readonly<Record<string, string>>) => {
    const account = accountNameOf(name)
    const saidOfPassword = passwordWrong(password)
    setWrong({
      name: account === undefined ? texts.nameInvalid : undefined,
      password: saidOfPassword,
    })
    if (account !== undefined && saidOfPassword === undefined) onSubmit(account, password)
  }

  return (
    <>
      <Form id={`${id}-form`} onSubmit={submit}>
        <Field
          id={`${id}-name`}
          name="name"
          kind="username"
          label={texts.name}
          maxLength={254}
          error={wrong.name}
        />
        <Field
          id={`${id}-password`}
          name="password"
          kind={isNew ? 'newPassword' : 'password'}
          label={texts.password}
          {...(isNew ? { hint: texts.passwordHint } : {})}
          error={wrong.password}
        />
        <Button
          id={`${id}-submit`}
          formType="submit"
          label={isNew ? texts.register : texts.signIn}
          state={state}
        />
      </Form>
      {wrong.name === undefined && wrong.password === undefined && children}
    </>
  )
}

import { useState, type PropsWithChildren } from 'react'
import type { AccountName } from '../../auth/member'
import { credentialTexts } from '../../i18n/credentials'
import { useTexts } from '../../i18n/LanguageProvider'
import { refusalTexts } from '../../i18n/refusals'
import { Button } from '../../ui/form/Button'
import type { ButtonState } from '../../ui/form/button.types'
import { Field } from '../../ui/form/Field'
import { Form } from '../../ui/form/Form'
import { accountNameOf, passwordProblem } from './rules'

interface Props {
  /** Prefix of the ids inside. */
  id: string
  /** Id of the field for the name. */
  nameId: string
  /** Whether the form opens an account, so that the password is a new one. */
  isNew?: boolean
  /** The words of the button. */
  submit: string
  state: ButtonState
  onSubmit: (account: AccountName, password: string) => void
}

type Wrong = Partial<Record<'name' | 'password', string | undefined>>

/**
 * Name and password, of an account that exists or of a new one; a new password is held to the server's rules
 * before it is sent. What was typed stays through every failure. What its children say about the last try is shown
 * while nothing is wrong with the fields.
 */
export const CredentialsForm = (props: PropsWithChildren<Props>) => {
  const { id, nameId, isNew = false, submit, state, onSubmit, children } = props
  const texts = useTexts(credentialTexts)
  const refusals = useTexts(refusalTexts)
  const [wrong, setWrong] = useState<Wrong>({})

  const check = ({ name = '', password = '' }: Readonly<Record<string, string>>) => {
    const account = accountNameOf(name)
    const problem = isNew ? passwordProblem(password) : undefined
    const missing = isNew || password ? undefined : texts.passwordMissing
    const found: Wrong = {
      name: account ? undefined : texts.nameInvalid,
      password: problem ? refusals[problem] : missing,
    }
    setWrong(found)
    if (account && !found.password) onSubmit(account, password)
  }

  return (
    <>
      <Form id={`${id}-form`} onSubmit={check}>
        <Field
          id={nameId}
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
          {...(isNew && { hint: texts.passwordHint })}
          error={wrong.password}
        />
        <Button id={`${id}-submit`} formType="submit" label={submit} state={state} />
      </Form>
      {!(wrong.name || wrong.password) && children}
    </>
  )
}

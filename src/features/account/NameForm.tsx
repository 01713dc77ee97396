import { useState } from 'react'
import type { Outcome } from '../../auth/account/attempt'
import type { Member } from '../../auth/member'
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
import { RemoveName } from './RemoveName'
import { isEmail, isUsername, LONGEST, plain, withoutInvisible } from './rules'

interface Props {
  user: Member
  name: 'username' | 'email'
  hint: string
  /** What to say when it is saved. */
  done: string
  /** null removes the name. */
  save: (value: string | null) => Promise<Outcome<unknown>>
}

/** Sets or removes one of the names to sign in with. `name` is the prefix of the ids inside. */
export const NameForm = ({ user, name, hint, done, save }: Props) => {
  const texts = useTexts(accountTexts)
  const refusals = useTexts(refusalTexts)
  const words = useTexts(formTexts)
  const [error, setError] = useState<string | undefined>(undefined)
  const [removals, setRemovals] = useState(0)
  const { attempt, state, start } = useAttempt()

  const remove = async () => {
    const outcome = await save(null)
    if (outcome.tag === 'done') setRemovals(removals + 1)
    return outcome
  }

  const onSubmit = ({ value = '' }: Readonly<Record<string, string>>) => {
    const isGood = name === 'email' ? isEmail(value) : isUsername(value)
    setError(isGood ? undefined : refusals[`${name}_malformed`])
    if (isGood) start(() => save((name === 'email' ? plain : withoutInvisible)(value)))
  }

  return (
    <Card>
      <Form id={`${name}-form`} onSubmit={onSubmit}>
        <Field
          // A removed name empties the field; a saved one keeps what was typed since.
          key={removals}
          id={name}
          name="value"
          kind={name}
          label={texts[name]}
          hint={hint}
          example={texts[`${name}Example`]}
          initial={user[`_${name}`] || ''}
          maxLength={LONGEST[name]}
          error={error}
        />
        <Button id={`${name}-save`} formType="submit" label={words.save} state={state} />
      </Form>
      {error === undefined && (
        <AttemptNotice
          id={`${name}-said`}
          attempt={attempt}
          done={done}
          texts={{ conflict: refusals.name_taken }}
        />
      )}
      <RemoveName user={user} name={name} remove={remove} />
    </Card>
  )
}

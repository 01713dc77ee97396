import { Text } from '@tarojs/components'
import { useState } from 'react'
import { useAccount } from '../../auth/useAccount'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { credentialTexts } from '../../i18n/credentials'
import { formTexts } from '../../i18n/forms'
import { useTexts } from '../../i18n/LanguageProvider'
import { isRefusal, refusalTexts } from '../../i18n/refusals'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { Field } from '../../ui/form/Field'
import { Form } from '../../ui/form/Form'
import { passwordProblem, type PasswordProblem } from '../account/rules'
import { AttemptNotice } from '../shared/AttemptNotice'
import { useAttempt } from '../shared/use-attempt'
import { DeadLink } from './DeadLink'
import { DoneToSignIn } from './DoneToSignIn'

interface Props {
  token: string
  /** The person wants another e-mail. */
  onAskAgain: () => void
}

/** Sets a new password by a mailed link. A refused password does not use up the link, so the form stays. */
export const NewPasswordPanel = ({ token, onAskAgain }: Props) => {
  const { resetPassword } = useAccount()
  const refresh = useWechatAuth((auth) => auth.refresh)
  const texts = useTexts(webTexts)
  const { passwordHint } = useTexts(credentialTexts)
  const refusals = useTexts(refusalTexts)
  const { save } = useTexts(formTexts)
  const [problem, setProblem] = useState<PasswordProblem>()
  const [ended, setEnded] = useState({ wechat: false, phone: false })
  const { attempt, state, start } = useAttempt()

  if (attempt.tag === 'done') {
    const sentences = [
      texts.passwordSaved,
      ...(ended.wechat ? [texts.wechatEnded] : []),
      ...(ended.phone ? [texts.phoneEnded] : []),
    ]
    return <DoneToSignIn id="new-password" text={sentences.join('\n')} />
  }
  if (attempt.tag === 'failed' && attempt.kind === 'denied' && !isRefusal(attempt.errorCode)) {
    return <DeadLink id="new-password" text={texts.resetDead} onAskAgain={onAskAgain} />
  }

  const onSubmit = ({ password = '' }: Readonly<Record<string, string>>) => {
    const found = passwordProblem(password)
    setProblem(found)
    if (found !== undefined) return
    start(async () => {
      const outcome = await resetPassword(token, password)
      if (outcome.tag === 'done') {
        setEnded(outcome.value)
        // A session that was opened with the old password has ended: this finds out at once.
        void refresh()
      }
      return outcome
    })
  }

  return (
    <Card>
      <Text className="text-note">{texts.newPasswordLead}</Text>
      <Form id="new-password-form" onSubmit={onSubmit}>
        <Field
          id="new-password"
          name="password"
          kind="newPassword"
          label={texts.newPassword}
          hint={passwordHint}
          error={problem && refusals[problem]}
        />
        <Button id="new-password-save" formType="submit" label={save} state={state} />
      </Form>
      {problem === undefined && <AttemptNotice id="new-password-failure" attempt={attempt} />}
    </Card>
  )
}

import { useState } from 'react'
import { Text } from '@tarojs/components'
import { useAuthKit } from '../../auth/AuthProvider'
import type { Member } from '../../auth/member'
import { useAccount } from '../../auth/useAccount'
import { common } from '../../i18n/common'
import { useTexts } from '../../i18n/LanguageProvider'
import { reauthenticationTexts } from '../../i18n/reauthentication'
import { refusalTexts } from '../../i18n/refusals'
import { Button } from '../../ui/form/Button'
import { Field } from '../../ui/form/Field'
import { Form } from '../../ui/form/Form'
import { Sheet } from '../../ui/feedback/Sheet'
import { digits } from '../account/rules'
import { passwordName } from '../account/sign-in-methods'
import { AttemptNotice } from '../shared/AttemptNotice'
import { NOTHING_TYPED, useAttempt } from '../shared/use-attempt'

type Way = 'password' | 'phone' | 'email'

const CREDENTIALS = {
  password: (password: string) => ({ password }),
  phone: (code: string) => ({ sms_code: digits(code) }),
  email: (code: string) => ({ email_code: code.trim() }),
}

const KIND = { password: 'password', phone: 'code', email: 'text' } as const
const SEND = { phone: 'sendSms', email: 'sendEmail' } as const

/**
 * Asks for the password, or a code to the verified number or address: what the account has, as far as the backend says
 * so. What was wanted goes on once it is right.
 */
export const ReauthenticationQuestion = ({ user }: { user: Member }) => {
  const { reauthentication } = useAuthKit().auth
  const { reauthenticate, sendReauthenticationCode } = useAccount()
  const texts = useTexts(reauthenticationTexts)
  const { reauthentication_failed: wrong } = useTexts(refusalTexts)
  const { notNow } = useTexts(common)
  const hasPassword = user._has_password !== false
  const codes = (['phone', 'email'] as const).filter((to) => user[`_${to}_verified`] === true)
  const [way, setWay] = useState<Way | null>(hasPassword ? 'password' : null)
  const checking = useAttempt()
  const sending = useAttempt()
  const dismiss = () => reauthentication.answer(undefined)

  const onSubmit = ({ credential = '' }: Readonly<Record<string, string>>) => {
    if (way === null) return
    checking.start(async () =>
      credential.trim() === '' ? NOTHING_TYPED : reauthenticate(CREDENTIALS[way](credential)),
    )
  }
  const send = (next: 'phone' | 'email') => {
    // The failure of the old credentials does not hold for the new code.
    checking.clear()
    sending.start(async () => {
      const outcome = await sendReauthenticationCode(next)
      if (outcome.tag === 'done') setWay(next)
      return outcome
    })
  }

  return (
    <Sheet id="reauthentication" title={texts.title} onDismiss={dismiss}>
      <Text id="reauthentication-lead" className="text-note">
        {hasPassword || codes.length > 0 ? texts.lead : texts.none}
      </Text>
      {way !== null && (
        <Form id="reauthentication-form" username={passwordName(user)} onSubmit={onSubmit}>
          <Field
            key={way}
            id="reauthentication-credential"
            name="credential"
            kind={KIND[way]}
            label={texts[way]}
          />
          <Button
            id="reauthentication-submit"
            formType="submit"
            label={texts.submit}
            state={checking.state}
          />
        </Form>
      )}
      <AttemptNotice
        id="reauthentication-failure"
        attempt={checking.attempt}
        texts={{ denied: wrong }}
      />
      {codes.map((to) => (
        <Button
          key={to}
          id={`reauthentication-${to}`}
          label={texts[SEND[to]]}
          look="plain"
          state={sending.state}
          onTap={() => send(to)}
        />
      ))}
      <AttemptNotice id="reauthentication-sent" attempt={sending.attempt} done={texts.sent} />
      <Button id="reauthentication-later" label={notNow} look="quiet" onTap={dismiss} />
    </Sheet>
  )
}

import { useState } from 'react'
import type { Failure } from '../../auth/failure'
import { useAccount } from '../../auth/useAccount'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { phoneTexts } from '../../i18n/phone'
import { isRefusal, refusalTexts } from '../../i18n/refusals'
import { Button } from '../../ui/Button'
import type { ButtonLook } from '../../ui/button.types'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { isPhone, isSmsCode, phoneOf } from '../account/rules'
import { RefusalNotice } from '../shared/RefusalNotice'
import { useAction } from '../shared/use-action'
import { useCountry } from './use-country'

type Step =
  | { readonly tag: 'number'; readonly wrong?: string }
  | { readonly tag: 'code'; readonly phone: string; readonly wrong?: string }

interface Props {
  /** Of the main button. */
  look: ButtonLook
  /** The number is theirs now; the page shows it. */
  onDone: () => void
}

/** A phone number by a code in a text message: to sign in with it, or to bind it. */
export const SmsForm = ({ look, onDone }: Props) => {
  const { sendSmsCode, bindPhoneBySms } = useAccount()
  const { isMember, signInWithSms } = useWechatAuth(({ user, signInWithSms }) => ({
    isMember: user !== null,
    signInWithSms,
  }))
  const [step, setStep] = useState<Step>({ tag: 'number' })
  const [failure, setFailure] = useState<Failure | null>(null)
  const texts = useTexts(phoneTexts)
  const refusals = useTexts(refusalTexts)
  const { state, run } = useAction()
  const { calling, before, sheet } = useCountry()

  const send = (phone: string) =>
    run(async () => {
      const outcome = await sendSmsCode(phone)
      setFailure(outcome.tag === 'failed' ? outcome.failure : null)
      if (outcome.tag === 'done') setStep({ tag: 'code', phone })
    })

  const confirm = (phone: string, code: string) =>
    run(async () => {
      // Whether this WeChat shall open the account from now on is asked on the home page.
      const outcome = await (isMember ? bindPhoneBySms(phone, code) : signInWithSms(phone, code))
      if (outcome.tag === 'done') return onDone()
      const { kind, errorCode } = outcome.failure
      const isAboutField = kind === 'denied' || kind === 'conflict'
      const isWrong = isAboutField && (errorCode === 'sms_code_wrong' || !isRefusal(errorCode))
      setFailure(isWrong ? null : outcome.failure)
      const wrong = kind === 'conflict' ? texts.taken : texts.smsWrong
      if (isWrong) setStep({ tag: 'code', phone, wrong })
    })

  const change = () => {
    setFailure(null)
    setStep({ tag: 'number' })
  }

  const onSubmit = ({ phone = '', code = '' }: Readonly<Record<string, string>>) => {
    if (step.tag === 'number') {
      const whole = phoneOf(phone, calling)
      if (isPhone(whole)) send(whole)
      else setStep({ tag: 'number', wrong: refusals.phone_malformed })
    } else {
      if (isSmsCode(code)) confirm(step.phone, code.trim())
      else setStep({ ...step, wrong: texts.codeInvalid })
    }
  }

  const isCode = step.tag === 'code'
  return (
    <Card heading={texts.sms}>
      <Form id="sms-form" onSubmit={onSubmit}>
        <Field
          key={step.tag}
          id={isCode ? 'sms-code' : 'sms-phone'}
          name={isCode ? 'code' : 'phone'}
          kind={isCode ? 'code' : 'phone'}
          label={isCode ? texts.smsCode : texts.smsPhone}
          maxLength={20}
          {...(isCode ? { hint: `${texts.smsSent} ${step.phone}` } : { before })}
          error={step.wrong}
        />
        <Button
          id={isCode ? 'sms-submit' : 'sms-send'}
          formType="submit"
          label={isCode ? texts.smsSubmit : texts.smsSend}
          look={look}
          state={state}
        />
      </Form>
      {isCode && (
        <>
          <Button
            id="sms-again"
            label={texts.smsAgain}
            look="quiet"
            state={state}
            onTap={() => send(step.phone)}
          />
          <Button
            id="sms-change"
            label={texts.bindAnother}
            look="quiet"
            state={state}
            onTap={change}
          />
        </>
      )}
      {!isCode && sheet}
      {failure !== null && <RefusalNotice id="sms-failure" failure={failure} />}
    </Card>
  )
}

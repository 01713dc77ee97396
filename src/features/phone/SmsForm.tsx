import { useState } from 'react'
import type { Failure } from '../../auth/failure'
import { useAccount } from '../../auth/useAccount'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { phoneTexts } from '../../i18n/phone'
import { isRefusal, refusalTexts } from '../../i18n/refusals'
import { Button } from '../../ui/form/Button'
import type { ButtonLook } from '../../ui/form/button.types'
import { Card } from '../../ui/content/Card'
import { Field } from '../../ui/form/Field'
import { Form } from '../../ui/form/Form'
import { digits, isPhone, isSmsCode, phoneOf } from '../account/rules'
import { RefusalNotice } from '../shared/RefusalNotice'
import { useAction } from '../shared/use-action'
import { useCountry } from './use-country'

type Step = { readonly tag: 'number' } | { readonly tag: 'code'; readonly phone: string }

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
  /** What is wrong with the field. */
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [failure, setFailure] = useState<Failure | null>(null)
  const texts = useTexts(phoneTexts)
  const refusals = useTexts(refusalTexts)
  const { state, run } = useAction()
  const { calling, before, sheet } = useCountry()

  const send = (phone: string) =>
    run(async () => {
      setWrong(undefined)
      const outcome = await sendSmsCode(phone)
      const failed = outcome.tag === 'failed' ? outcome.failure : null
      setFailure(failed)
      // The message may be there although the answer was lost, or the tap after that came too soon.
      const isUnsent = failed !== null && (!failed.retry || isRefusal(failed.errorCode))
      if (!isUnsent) setStep({ tag: 'code', phone })
    })

  const confirm = (phone: string, code: string) =>
    run(async () => {
      // Whether this WeChat shall open the account from now on is asked on the home page.
      const outcome = await (isMember ? bindPhoneBySms(phone, code) : signInWithSms(phone, code))
      if (outcome.tag === 'done') return onDone()
      const { kind, errorCode } = outcome.failure
      const isAboutField = kind === 'denied' || kind === 'conflict'
      const isWrong = isAboutField && (errorCode === 'sms_code_wrong' || !isRefusal(errorCode))
      if (!isWrong) return setFailure(outcome.failure)
      setWrong(kind === 'conflict' ? texts.taken : refusals.sms_code_wrong)
    })

  /** Clears the failure of the last try. */
  const clear = () => {
    setWrong(undefined)
    setFailure(null)
  }

  const change = () => {
    clear()
    setStep({ tag: 'number' })
  }

  const onSubmit = ({ phone = '', code = '' }: Readonly<Record<string, string>>) => {
    clear()
    if (step.tag === 'number') {
      const whole = phoneOf(phone, calling)
      if (isPhone(whole)) send(whole)
      else setWrong(refusals.phone_malformed)
    } else {
      if (isSmsCode(code)) confirm(step.phone, digits(code))
      else setWrong(texts.codeInvalid)
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
          label={isCode ? texts.smsCode : texts.title}
          maxLength={20}
          {...(isCode
            ? { hint: failure === null ? `${texts.smsSent} ${step.phone}` : step.phone }
            : { before })}
          error={wrong}
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

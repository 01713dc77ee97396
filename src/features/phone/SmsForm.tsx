import { useState } from 'react'
import type { FailureKind } from '../../baas/failure'
import { useTexts } from '../../i18n/LanguageProvider'
import { phoneTexts } from '../../i18n/phone'
import { Button } from '../../ui/Button'
import type { ButtonLook } from '../../ui/button-face'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Form } from '../../ui/Form'
import { Notice } from '../../ui/Notice'
import { isPhone, isSmsCode, phoneOf } from '../account/rules'
import { FailureNotice } from '../shared/FailureNotice'
import { useAction } from '../shared/use-action'
import { useSms } from './use-sms'

type Step =
  | { readonly tag: 'number'; readonly wrong?: string }
  | { readonly tag: 'code'; readonly phone: string; readonly wrong?: string }
  | { readonly tag: 'done' }

/** A phone number by a code in a text message: to sign in with it, or to bind it. `look` is that of its main button. */
export function SmsForm({ look }: { look: ButtonLook }) {
  const sms = useSms()
  const [step, setStep] = useState<Step>({ tag: 'number' })
  const [failure, setFailure] = useState<FailureKind | null>(null)
  const texts = useTexts(phoneTexts)
  const { state, run } = useAction()

  const send = (phone: string) =>
    run(async () => {
      const outcome = await sms.send(phone)
      setFailure(outcome === 'done' ? null : outcome)
      if (outcome === 'done') setStep({ tag: 'code', phone })
    })

  const confirm = (phone: string, code: string) =>
    run(async () => {
      const outcome = await sms.confirm(phone, code)
      const isWrong = outcome === 'denied' || outcome === 'conflict'
      setFailure(outcome === 'done' || isWrong ? null : outcome)
      if (outcome === 'done') setStep({ tag: 'done' })
      else if (isWrong) {
        const wrong = outcome === 'conflict' ? texts.taken : texts.smsWrong
        setStep({ tag: 'code', phone, wrong })
      }
    })

  const change = () => {
    setFailure(null)
    setStep({ tag: 'number' })
  }

  const onSubmit = ({ phone = '', code = '' }: Readonly<Record<string, string>>) => {
    if (step.tag === 'number') {
      if (isPhone(phone)) send(phoneOf(phone))
      else setStep({ tag: 'number', wrong: texts.phoneInvalid })
    } else if (step.tag === 'code') {
      if (isSmsCode(code)) confirm(step.phone, code.trim())
      else setStep({ ...step, wrong: texts.codeInvalid })
    }
  }

  if (step.tag === 'done') {
    return <Notice id="sms-done" tone="good" text={texts.bound} />
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
          {...(isCode ? { hint: `${texts.smsSent} ${step.phone}` } : {})}
          {...(step.wrong === undefined ? {} : { error: step.wrong })}
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
      {failure !== null && <FailureNotice id="sms-failure" kind={failure} />}
    </Card>
  )
}

import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { PhoneButtonDetail } from '../../auth/account/phone'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { common } from '../../i18n/common'
import { useTexts } from '../../i18n/LanguageProvider'
import { phoneTexts } from '../../i18n/phone'
import { isRefusal } from '../../i18n/refusals'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { leave } from '../navigation/open'
import { useAction } from '../shared/use-action'
import { PhoneButton } from './PhoneButton'
import { PhoneResultNotice } from './PhoneResult'
import { resultOf, type PhoneResult } from './result'
import { useEarlyCode } from './use-early-code'

/** Signs in a guest or an unlinked person with the number of their WeChat, in one tap. */
export const PhoneSignIn = () => {
  const signInWithPhone = useWechatAuth((auth) => auth.signInWithPhone)
  const [result, setResult] = useState<PhoneResult>({ tag: 'nothing' })
  const texts = useTexts(phoneTexts)
  const { notNow } = useTexts(common)
  const { state, run } = useAction()
  const takeCode = useEarlyCode()

  const signIn = async (detail: PhoneButtonDetail): Promise<PhoneResult> => {
    const outcome = await signInWithPhone(detail, { takeCode, createUser: true })
    if (outcome.tag === 'done') return { tag: 'nothing' }
    const { failure } = outcome
    if (failure.kind === 'needsLink') return { tag: 'taken' }
    const isExpired = failure.kind === 'denied' && !isRefusal(failure.errorCode)
    return isExpired ? { tag: 'expired' } : resultOf(failure)
  }

  return (
    <Card>
      <Text className="text-note">{texts.signInLead}</Text>
      <PhoneButton
        id="phone-sign-in"
        label={texts.signIn}
        state={state}
        onAnswer={(detail) => run(() => signIn(detail).then(setResult))}
      />
      <PhoneResultNotice result={result} />
      <Button id="phone-skip" label={notNow} look="quiet" onTap={() => leave()} />
    </Card>
  )
}

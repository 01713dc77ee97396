import { Text } from '@tarojs/components'
import { useState } from 'react'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { failureOf } from '../../baas/failure'
import type { PhoneDetail } from '../../baas/phone-event'
import { useTexts } from '../../i18n/LanguageProvider'
import { phoneTexts } from '../../i18n/phone'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { leave } from '../navigation/open'
import { useAction } from '../shared/use-action'
import { readPhoneAnswer } from './answer'
import { PhoneButton } from './PhoneButton'
import { PhoneSaidNotice, type PhoneSaid } from './PhoneSaid'
import { useEarlyCode } from './use-early-code'

/** Signs in a guest or an unlinked person with the number of their WeChat, in one tap. */
export function PhoneSignIn() {
  const signInWithPhone = useWechatAuth((auth) => auth.signInWithPhone)
  const [said, setSaid] = useState<PhoneSaid>({ tag: 'nothing' })
  const texts = useTexts(phoneTexts)
  const { state, run } = useAction()
  const takeCode = useEarlyCode()

  const signIn = async (detail: PhoneDetail): Promise<PhoneSaid> => {
    const answer = readPhoneAnswer(detail)
    if (answer.tag !== 'given') return answer
    const code = await takeCode()
    const outcome = await signInWithPhone(answer.detail, { code, createUser: true })
    if (outcome.tag === 'done') return { tag: 'nothing' }
    const { failure } = outcome
    if (failure.kind === 'needsLink') return { tag: 'taken' }
    return failure.kind === 'denied' ? { tag: 'expired' } : { tag: 'wrong', failure }
  }

  const onAnswer = (detail: PhoneDetail) =>
    run(() =>
      signIn(detail)
        .catch((error: unknown): PhoneSaid => ({ tag: 'wrong', failure: failureOf(error) }))
        .then(setSaid),
    )

  return (
    <Card>
      <Text className="text-note">{texts.signInLead}</Text>
      <PhoneButton id="phone-sign-in" label={texts.signIn} state={state} onAnswer={onAnswer} />
      <PhoneSaidNotice said={said} />
      <Button id="phone-skip" label={texts.skip} look="quiet" onTap={() => leave()} />
    </Card>
  )
}

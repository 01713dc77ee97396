import { Text } from '@tarojs/components'
import { useState } from 'react'
import { useWechatAuth } from '../../auth/useWechatAuth'
import type { PhoneDetail } from '../../baas/phone-event'
import type { User } from '../../baas/user'
import { useTexts } from '../../i18n/LanguageProvider'
import { phoneTexts } from '../../i18n/phone'
import { isRefusal } from '../../i18n/refusals'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { useAction } from '../shared/use-action'
import { readPhoneAnswer } from './answer'
import { maskPhone } from './mask'
import { PhoneButton } from './PhoneButton'
import { PhoneSaidNotice, type PhoneSaid } from './PhoneSaid'

type Question = 'none' | 'replace'

/**
 * Binds the number of WeChat to the member. The first tap never replaces another number: the server says so
 * (400), the person is asked, and only the second tap overwrites; it brings a code of its own, the first is spent.
 */
export function PhoneBind({ user, onDone }: { user: User; onDone: () => void }) {
  const bindPhone = useWechatAuth((auth) => auth.bindPhone)
  const [said, setSaid] = useState<PhoneSaid>({ tag: 'nothing' })
  const [question, setQuestion] = useState<Question>('none')
  const texts = useTexts(phoneTexts)
  const { state, run } = useAction()

  const bind = async (detail: PhoneDetail): Promise<PhoneSaid> => {
    const answer = readPhoneAnswer(detail)
    if (answer.tag !== 'given') return answer
    const overwrite = question === 'replace'
    const outcome = await bindPhone(answer.detail, { overwrite })
    if (outcome.tag === 'done') {
      onDone()
      return { tag: 'bound' }
    }
    const { failure } = outcome
    const { kind, errorCode } = failure
    if (isRefusal(errorCode)) return { tag: 'wrong', failure }
    if (kind === 'denied') return { tag: 'expired' }
    if (kind !== 'conflict') return { tag: 'wrong', failure }
    if (!user._phone || overwrite) return { tag: 'taken' }
    setQuestion('replace')
    return { tag: 'nothing' }
  }

  const onAnswer = (detail: PhoneDetail) => run(() => bind(detail).then(setSaid))
  const isAsking = question === 'replace'

  return (
    <Card {...(isAsking ? { heading: texts.otherTitle } : {})}>
      <Text className="text-note">
        {isAsking ? `${texts.otherLead} ${maskPhone(user._phone ?? '')}` : texts.bindLead}
      </Text>
      <PhoneButton
        id={isAsking ? 'phone-overwrite' : 'phone-bind'}
        label={isAsking ? texts.overwrite : texts.bind}
        state={state}
        onAnswer={onAnswer}
      />
      <PhoneSaidNotice said={said} />
      {isAsking && (
        <Button id="phone-keep" label={texts.keep} look="quiet" onTap={() => setQuestion('none')} />
      )}
    </Card>
  )
}

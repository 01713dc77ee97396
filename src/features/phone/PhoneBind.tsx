import { Text } from '@tarojs/components'
import { useState } from 'react'
import type { PhoneButtonDetail } from '../../auth/account/phone'
import type { Failure } from '../../auth/failure'
import type { Member } from '../../auth/member'
import { useAccount } from '../../auth/useAccount'
import { useTexts } from '../../i18n/LanguageProvider'
import { phoneTexts } from '../../i18n/phone'
import { isRefusal } from '../../i18n/refusals'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { useAction } from '../shared/use-action'
import { maskPhone } from './mask'
import { PhoneButton } from './PhoneButton'
import { PhoneResultNotice } from './PhoneResult'
import { resultOf, type PhoneResult } from './result'

type Question = 'none' | 'replace'

/**
 * Binds the number of WeChat to the member. The first tap never replaces another number: the server says so
 * (400), the person is asked, and only the second tap overwrites; it brings a code of its own, the first is spent.
 */
export function PhoneBind({ user, onDone }: { user: Member; onDone: () => void }) {
  const { bindPhone } = useAccount()
  const [result, setResult] = useState<PhoneResult>({ tag: 'nothing' })
  const [question, setQuestion] = useState<Question>('none')
  const texts = useTexts(phoneTexts)
  const { state, run } = useAction()
  const isAsking = question === 'replace'

  const refused = (failure: Failure): PhoneResult => {
    const { kind, errorCode } = failure
    if (kind !== 'conflict' || isRefusal(errorCode)) return resultOf(failure)
    // The hosted service does not say whose number is in the way.
    const isOwn = errorCode === 'phone_bound' || (user._phone && !errorCode)
    if (!isOwn || isAsking) return { tag: 'taken' }
    setQuestion('replace')
    return { tag: 'nothing' }
  }

  const bind = async (detail: PhoneButtonDetail): Promise<PhoneResult> => {
    const outcome = await bindPhone(detail, { overwrite: isAsking })
    if (outcome.tag === 'failed') return refused(outcome.failure)
    onDone()
    return { tag: 'bound' }
  }

  return (
    <Card {...(isAsking ? { heading: texts.otherTitle } : {})}>
      <Text className="text-note">
        {isAsking ? `${texts.otherLead} ${maskPhone(user._phone ?? '')}` : texts.bindLead}
      </Text>
      <PhoneButton
        id={isAsking ? 'phone-overwrite' : 'phone-bind'}
        label={isAsking ? texts.overwrite : texts.bind}
        state={state}
        onAnswer={(detail) => run(() => bind(detail).then(setResult))}
      />
      <PhoneResultNotice result={result} />
      {isAsking && (
        <Button id="phone-keep" label={texts.keep} look="quiet" onTap={() => setQuestion('none')} />
      )}
    </Card>
  )
}

import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { PhoneButtonDetail } from '../../auth/account/phone'
import type { Failure } from '../../auth/failure'
import type { Member } from '../../auth/member'
import { useAccount } from '../../auth/useAccount'
import { useTexts } from '../../i18n/LanguageProvider'
import { phoneTexts } from '../../i18n/phone'
import { isRefusal } from '../../i18n/refusals'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { Sheet } from '../../ui/feedback/Sheet'
import { useAction } from '../shared/use-action'
import '../shared/Confirm.scss'
import { maskPhone } from './mask'
import { PhoneButton } from './PhoneButton'
import { PhoneResultNotice } from './PhoneResult'
import { resultOf, type PhoneResult } from './result'

/**
 * Binds the number of WeChat to the member. The first tap never replaces another number: the server says so
 * (400), the person is asked, and only the second tap overwrites; it brings a code of its own, the first is used.
 */
export const PhoneBind = ({ user, onDone }: { user: Member; onDone: () => void }) => {
  const { bindPhone } = useAccount()
  const [result, setResult] = useState<PhoneResult>({ tag: 'nothing' })
  const [isAsking, setAsking] = useState(false)
  const texts = useTexts(phoneTexts)
  const { state, run } = useAction()

  const refused = (failure: Failure): PhoneResult => {
    const { kind, errorCode } = failure
    if (kind !== 'conflict' || isRefusal(errorCode)) return resultOf(failure)
    // The hosted service does not say whose number is in the way.
    const isOwn = errorCode === 'phone_bound' || (user._phone && !errorCode)
    if (!isOwn || isAsking) return { tag: 'taken' }
    setAsking(true)
    return { tag: 'nothing' }
  }

  const bind = async (detail: PhoneButtonDetail): Promise<PhoneResult> => {
    const outcome = await bindPhone(detail, { overwrite: isAsking })
    setAsking(false)
    if (outcome.tag === 'failed') return refused(outcome.failure)
    onDone()
    return { tag: 'nothing' }
  }

  const answered = (detail: PhoneButtonDetail) => run(() => bind(detail).then(setResult))
  // An overwrite that is under way cannot be cancelled.
  const keep = () => {
    if (state === 'ready') setAsking(false)
  }

  return (
    <Card>
      <Text className="text-note">{texts.bindLead}</Text>
      <PhoneButton
        id="phone-bind"
        label={texts.bind}
        state={isAsking ? 'disabled' : state}
        onAnswer={answered}
      />
      <PhoneResultNotice result={result} />
      {isAsking && (
        <Sheet id="phone-replace" title={texts.otherTitle} onDismiss={keep}>
          <Text className="text-note">{`${texts.otherLead} ${maskPhone(user._phone || '')}`}</Text>
          <Text className="text-note">{texts.otherDevices}</Text>
          <View className="confirm-sure">
            <PhoneButton
              id="phone-overwrite"
              label={texts.overwrite}
              look="danger"
              state={state}
              onAnswer={answered}
            />
          </View>
          <Button id="phone-keep" label={texts.keep} look="plain" state={state} onTap={keep} />
        </Sheet>
      )}
    </Card>
  )
}

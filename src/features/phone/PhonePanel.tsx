import { useState } from 'react'
import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { phoneTexts } from '../../i18n/phone'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Cell } from '../../ui/Cell'
import { Skeleton } from '../../ui/Skeleton'
import { ConsentNotice } from '../privacy/ConsentNotice'
import { PrivacySheet } from '../privacy/PrivacySheet'
import { useConsent } from '../privacy/use-consent'
import { useServices } from '../services'
import { maskPhone } from './mask'
import { PhoneBind } from './PhoneBind'
import { PhoneSignIn } from './PhoneSignIn'
import { SmsForm } from './SmsForm'

/** Every way to a phone number. Who has one already is not asked for it: each answer costs (WeChat rules 1.4). */
export function PhonePanel() {
  const { session, user } = useWechatAuth(({ session, user }) => ({ session, user }))
  const { platform } = useServices()
  const consent = useConsent()
  const [isChanging, setChanging] = useState(false)
  const texts = useTexts(phoneTexts)
  const hasButton = __FEATURES__.phone !== 'off' && platform.client === 'WECHAT'

  if (session.tag === 'booting') {
    return (
      <Card>
        <Skeleton lines={2} />
      </Card>
    )
  }
  // A number set by a text message is theirs only once its code came back.
  const phone = user?._phone_verified === false ? null : user?._phone
  const isAsking = !phone || isChanging
  return (
    <>
      <ConsentNotice consent={consent} />
      {__FEATURES__.privacySheet === 'own' && <PrivacySheet />}
      {phone && (
        <Card inset="rows">
          <Cell id="phone-bound" label={texts.bound} value={maskPhone(phone)} />
        </Card>
      )}
      {!isAsking && (
        <Button
          id="phone-change"
          label={texts.bindAnother}
          look="plain"
          onTap={() => setChanging(true)}
        />
      )}
      {hasButton && user === null && <PhoneSignIn />}
      {hasButton && user !== null && isAsking && (
        <PhoneBind user={user} onDone={() => setChanging(false)} />
      )}
      {__FEATURES__.sms && isAsking && <SmsForm />}
    </>
  )
}

import { useState } from 'react'
import type { Member } from '../../auth/member'
import { useTexts } from '../../i18n/LanguageProvider'
import { phoneTexts } from '../../i18n/phone'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Cell } from '../../ui/Cell'
import { boundPhone } from './bound-phone'
import { maskPhone } from './mask'
import { PhoneBind } from './PhoneBind'
import { SmsForm } from './SmsForm'

/** The member's number. Who has one already is not asked for it: each answer costs (docs/wechat.md 4.5). */
export function OwnPhone({ user, hasButton }: { user: Member; hasButton: boolean }) {
  const [isChanging, setChanging] = useState(false)
  const texts = useTexts(phoneTexts)
  const phone = boundPhone(user)
  const isAsking = !phone || isChanging
  return (
    <>
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
      {hasButton && isAsking && <PhoneBind user={user} onDone={() => setChanging(false)} />}
      {__FEATURES__.sms && isAsking && <SmsForm look={hasButton ? 'plain' : 'primary'} />}
    </>
  )
}

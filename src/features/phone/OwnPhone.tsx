import { useState } from 'react'
import type { Member } from '../../auth/member'
import { changeAccount } from '../../auth/account/change'
import { useAuthKit } from '../../auth/AuthProvider'
import { accountTexts } from '../../i18n/account'
import { useTexts } from '../../i18n/LanguageProvider'
import { phoneTexts } from '../../i18n/phone'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { Cell } from '../../ui/content/Cell'
import { Toast } from '../../ui/feedback/Toast'
import { canRemove } from '../account/sign-in-methods'
import { AttemptNotice } from '../shared/AttemptNotice'
import { ConfirmButton } from '../shared/ConfirmButton'
import { useAttempt } from '../shared/use-attempt'
import { boundPhone } from './bound-phone'
import { maskPhone } from './mask'
import { PhoneBind } from './PhoneBind'
import { SmsForm } from './SmsForm'

/** The member's number. A member who has one is not asked for it: each answer costs (docs/wechat.md 4.5). */
export const OwnPhone = ({ user, hasButton }: { user: Member; hasButton: boolean }) => {
  const { auth } = useAuthKit()
  const [isChanging, setChanging] = useState(false)
  const removing = useAttempt()
  const texts = useTexts(phoneTexts)
  const { removeSure, removed } = useTexts(accountTexts)
  const phone = boundPhone(user)
  const [before] = useState(phone)
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
      {!isAsking && canRemove(user, 'phone') && (
        <ConfirmButton
          id="phone-remove"
          label={texts.remove}
          look="quiet"
          state={removing.state}
          question={{
            title: texts.removeTitle,
            consequences: [texts.removeLead],
            sure: removeSure,
          }}
          onSure={() => removing.start(() => changeAccount(auth, { phone: null }))}
        />
      )}
      {phone && phone !== before && (
        <Toast key={phone} id="phone-bound-said" text={texts.boundNow} />
      )}
      <AttemptNotice id="phone-removed" attempt={removing.attempt} done={removed} />
      {hasButton && isAsking && <PhoneBind user={user} onDone={() => setChanging(false)} />}
      {__FEATURES__.sms && isAsking && (
        <SmsForm look={hasButton ? 'plain' : 'primary'} onDone={() => setChanging(false)} />
      )}
    </>
  )
}

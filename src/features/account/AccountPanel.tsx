import type { Member } from '../../auth/member'
import { accountTexts } from '../../i18n/account'
import { common } from '../../i18n/common'
import { useTexts } from '../../i18n/LanguageProvider'
import { meTexts } from '../../i18n/me'
import { Card } from '../../ui/content/Card'
import { Cell } from '../../ui/content/Cell'
import { attempt } from '../../auth/account/attempt'
import { copyText } from '../../platform/copy-text'
import { open } from '../navigation/open'
import { shownPhone } from '../phone/bound-phone'
import { offersPhone } from '../phone/offers-phone'
import { PrivacySheet } from '../privacy/PrivacySheet'
import { AttemptNotice } from '../shared/AttemptNotice'
import { useAttempt } from '../shared/use-attempt'
import { useNotCopied } from './use-not-copied'

/** The member's sign-in methods, devices and account number, and the ways to export and to delete the account. */
export const AccountPanel = ({ user }: { user: Member }) => {
  const copying = useAttempt()
  const number = String(user.public_id || user.id)
  const texts = useTexts(accountTexts)
  const { linked, notLinked } = useTexts(meTexts)
  const words = useTexts(common)
  const { notSet, notVerified } = words
  const email = user._email
    ? `${user._email}\n${user._email_verified ? texts.verified : notVerified}`
    : notSet
  return (
    <>
      <Card heading={texts.signInMethods} inset="rows">
        <Cell id="account-wechat" label={texts.wechat} value={user.openid ? linked : notLinked} />
        <Cell
          id="account-username"
          label={texts.username}
          value={user._username || notSet}
          onTap={() => open('username')}
        />
        <Cell id="account-email" label={texts.email} value={email} onTap={() => open('email')} />
        {offersPhone() && (
          <Cell
            id="account-phone"
            label={texts.phone}
            value={shownPhone(user, words)}
            onTap={() => open('phone')}
          />
        )}
        <Cell id="account-password" label={texts.password} onTap={() => open('password')} />
      </Card>
      <Card heading={texts.data} inset="rows">
        <Cell
          id="account-number"
          label={texts.number}
          value={number}
          sign="copy"
          onTap={() => copying.start(() => attempt(copyText(number)))}
        />
        <Cell id="account-sessions" label={texts.sessions} onTap={() => open('sessions')} />
        <Cell id="account-export" label={texts.export} onTap={() => open('export')} />
        <Cell id="account-delete" label={texts.deletion} onTap={() => open('deletion')} />
      </Card>
      <AttemptNotice
        id="account-number-copied"
        attempt={copying.attempt}
        done={texts.exportCopied}
        texts={{ refused: useNotCopied() }}
      />
      {__FEATURES__.privacySheet === 'own' && <PrivacySheet />}
    </>
  )
}

import { useWechatAuth } from '../../auth/useWechatAuth'
import { failureTexts } from '../../i18n/failure'
import { useTexts } from '../../i18n/LanguageProvider'
import { noNumberAloneTexts, noNumberTexts } from '../../i18n/no-number'
import { phoneTexts } from '../../i18n/phone'
import { Button } from '../../ui/form/Button'
import { Notice } from '../../ui/feedback/Notice'
import { open } from '../navigation/open'
import { useUndeclaredText } from '../privacy/use-undeclared-text'
import { RefusalNotice } from '../shared/RefusalNotice'
import type { PhoneResult } from './result'

const TONE = {
  refused: 'info',
  noQuota: 'warn',
  noPermission: 'warn',
  undeclared: 'warn',
  failed: 'danger',
  expired: 'warn',
  taken: 'warn',
} as const

/** What came of asking for a number, in a sentence, and what leads on from there. */
export const PhoneResultNotice = ({ result }: { result: PhoneResult }) => {
  const texts = {
    ...useTexts(failureTexts),
    ...useTexts(phoneTexts),
    ...useTexts(__FEATURES__.sms ? noNumberTexts : noNumberAloneTexts),
  }
  const undeclared = useUndeclaredText()
  // A member is signed in already, perhaps with this WeChat: there is nothing to link.
  const isGuest = useWechatAuth(({ user }) => user === null)
  const { tag } = result
  if (tag === 'nothing') return null
  if (tag === 'wrong') return <RefusalNotice id="phone-failure" failure={result.failure} />
  return (
    <Notice id="phone-said" tone={TONE[tag]} text={tag === 'undeclared' ? undeclared : texts[tag]}>
      {tag === 'taken' && isGuest && (
        <Button id="phone-link" label={texts.goLink} look="plain" onTap={() => open('link')} />
      )}
    </Notice>
  )
}

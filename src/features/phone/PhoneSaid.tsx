import { useTexts } from '../../i18n/LanguageProvider'
import { noNumberAloneTexts, noNumberTexts } from '../../i18n/no-number'
import { phoneTexts } from '../../i18n/phone'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { open } from '../navigation/open'
import { useUndeclaredText } from '../privacy/use-undeclared-text'
import { RefusalNotice } from '../shared/RefusalNotice'
import type { Failure } from '../../baas/failure'
import type { PhoneAnswer } from './answer'

/** What there is to say after a phone number was asked for. */
export type PhoneSaid =
  | { readonly tag: 'nothing' }
  | { readonly tag: Exclude<PhoneAnswer['tag'], 'given'> }
  /** The number opens somebody else's account: only that account's own credentials leads on (WeChat rules T23). */
  | { readonly tag: 'taken' }
  | { readonly tag: 'expired' }
  | { readonly tag: 'bound' }
  | { readonly tag: 'wrong'; readonly failure: Failure }

const TONE = {
  refused: 'info',
  noQuota: 'warn',
  noPermission: 'warn',
  undeclared: 'warn',
  failed: 'danger',
  expired: 'warn',
  taken: 'warn',
  bound: 'good',
} as const

export function PhoneSaidNotice({ said }: { said: PhoneSaid }) {
  const texts = {
    ...useTexts(phoneTexts),
    ...useTexts(__FEATURES__.sms ? noNumberTexts : noNumberAloneTexts),
  }
  const undeclared = useUndeclaredText()
  if (said.tag === 'nothing') return null
  if (said.tag === 'wrong') return <RefusalNotice id="phone-failure" failure={said.failure} />
  const text = said.tag === 'undeclared' ? undeclared : texts[said.tag]
  return (
    <Notice id="phone-said" tone={TONE[said.tag]} text={text}>
      {said.tag === 'taken' && (
        <Button id="phone-link" label={texts.goLink} look="plain" onTap={() => open('link')} />
      )}
    </Notice>
  )
}

import type { ReactNode } from 'react'
import type { Member } from '../../auth/member'
import { privacyTexts } from '../../i18n/privacy'
import { useTexts } from '../../i18n/LanguageProvider'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import { LoadingCard } from '../../ui/LoadingCard'
import { LegalLinks } from '../legal/LegalLinks'
import { PrivacySheet } from './PrivacySheet'
import { useConsent } from './use-consent'
import { useUndeclaredText } from './use-undeclared-text'

interface Props {
  /** Whose data is collected here; null for somebody who is not signed in. */
  user: Member | null
  children: ReactNode
}

/**
 * The one gate before everything that collects personal data: profile, picture, phone number (docs/wechat.md 3.1).
 * Nothing is collected without consent; without it, too, WeChat turns the nickname input into a plain one and says
 * nothing (docs/wechat.md 2.1, 3.1). A refusal closes this part of the app only, and can be taken back.
 */
export function ConsentGate({ user, children }: Props) {
  const { consent, agree } = useConsent(user)
  const texts = useTexts(privacyTexts)
  const undeclared = useUndeclaredText()
  const isClosed = consent === 'refused' || consent === 'withdrawn'
  return (
    <>
      {__FEATURES__.privacySheet === 'own' && <PrivacySheet />}
      {consent === 'asking' && <LoadingCard />}
      {isClosed && (
        <Notice id="consent-missing" tone="warn" text={texts[consent]}>
          <Button id="consent-agree" label={texts.agreeAgain} look="plain" onTap={agree} />
        </Notice>
      )}
      {consent === 'undeclared' && <Notice id="consent-missing" tone="warn" text={undeclared} />}
      {consent !== 'asking' && !isClosed && children}
      <LegalLinks id="consent" lead={texts.about} />
    </>
  )
}

import type { ReactNode } from 'react'
import type { Member } from '../../auth/member'
import { privacyTexts } from '../../i18n/privacy'
import { useTexts } from '../../i18n/LanguageProvider'
import { Notice } from '../../ui/feedback/Notice'
import { LegalLinks } from '../legal/LegalLinks'
import { AgreeAgain } from './AgreeAgain'
import { PrivacySheet } from './PrivacySheet'
import { useConsent } from './use-consent'
import { useUndeclaredText } from './use-undeclared-text'

interface Props {
  /** Whose data is collected here; null for a guest. */
  user: Member | null
  /** `isAnswered`: the person, or WeChat, has answered; until then only what asks WeChat for nothing belongs here. */
  children: (isAnswered: boolean) => ReactNode
}

/**
 * Asks for consent before everything that collects personal data: profile, picture, phone number (docs/wechat.md 3.1).
 * Nothing is collected without consent; without it, too, WeChat turns the nickname input into a plain one and says
 * nothing (docs/wechat.md 2.1, 3.1). A refusal closes this part of the app only, and can be taken back.
 */
export const ConsentGate = ({ user, children }: Props) => {
  const { consent, askableFromMs, agree } = useConsent(user)
  const texts = useTexts(privacyTexts)
  const undeclared = useUndeclaredText()
  const isClosed = consent === 'refused' || consent === 'withdrawn'
  return (
    <>
      {__FEATURES__.privacySheet === 'own' && <PrivacySheet />}
      {isClosed && (
        <Notice id="consent-missing" tone="warn" text={texts[consent]}>
          <AgreeAgain fromMs={askableFromMs} onAgree={agree} />
        </Notice>
      )}
      {consent === 'undeclared' && <Notice id="consent-missing" tone="warn" text={undeclared} />}
      {!isClosed && children(consent !== 'asking')}
      <LegalLinks id="consent" lead={texts.about} />
    </>
  )
}

import { useTexts } from '../../i18n/LanguageProvider'
import { privacyTexts } from '../../i18n/privacy'
import { Notice } from '../../ui/Notice'
import type { Consent } from './use-consent'

/** What a missing consent means here. The operator's omission is told to developers only. */
export function ConsentNotice({ consent }: { consent: Consent }) {
  const texts = useTexts(privacyTexts)
  if (consent === 'given' || consent === 'asking') return null
  const isForDevelopers = consent === 'undeclared' && __DEVELOPMENT__
  return (
    <Notice
      id="consent-missing"
      tone="warn"
      text={isForDevelopers ? texts.operator : texts.refused}
    />
  )
}

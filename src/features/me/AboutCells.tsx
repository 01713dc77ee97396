import { useTexts } from '../../i18n/LanguageProvider'
import { meTexts } from '../../i18n/me'
import { Card } from '../../ui/content/Card'
import { Cell } from '../../ui/content/Cell'
import { LanguageCell } from '../language/LanguageCell'
import { open } from '../navigation/open'

/** For everyone: the language, and the legal texts two taps from home (docs/wechat.md 6.2). */
export const AboutCells = () => {
  const texts = useTexts(meTexts)
  return (
    <Card heading={texts.about} inset="rows">
      <LanguageCell />
      <Cell id="me-privacy" label={texts.privacy} onTap={() => open('privacy')} />
      <Cell id="me-terms" label={texts.terms} onTap={() => open('terms')} />
    </Card>
  )
}

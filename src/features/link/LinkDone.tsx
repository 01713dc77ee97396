import { useTexts } from '../../i18n/LanguageProvider'
import { linkTexts } from '../../i18n/link'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Notice } from '../../ui/Notice'

/** Linked: the next launch signs in by itself. */
export function LinkDone({ onLeave }: { onLeave: () => void }) {
  const texts = useTexts(linkTexts)
  return (
    <Card>
      <Notice id="link-done" tone="good" text={texts.linked} />
      <Button id="link-leave" label={texts.done} onTap={onLeave} />
    </Card>
  )
}

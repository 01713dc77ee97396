import { useTexts } from '../../i18n/LanguageProvider'
import { linkTexts } from '../../i18n/link'
import { Button } from '../../ui/Button'
import { Result } from '../../ui/Result'

/** Linked: the next launch signs in by itself. */
export const LinkDone = ({ onLeave }: { onLeave: () => void }) => {
  const texts = useTexts(linkTexts)
  return (
    <Result id="link-done" text={texts.linked}>
      <Button id="link-leave" label={texts.done} onTap={onLeave} />
    </Result>
  )
}

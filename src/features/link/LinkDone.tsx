import { useTexts } from '../../i18n/LanguageProvider'
import { linkTexts } from '../../i18n/link'
import { Button } from '../../ui/form/Button'
import { Result } from '../../ui/feedback/Result'
import type { LinkState } from './machine'

interface Props {
  end: Extract<LinkState['tag'], 'linked' | 'opened'>
  onLeave: () => void
}

/** Linked: the next launch signs in by itself. A link that was made just now has ended the other sessions. */
export const LinkDone = ({ end, onLeave }: Props) => {
  const texts = useTexts(linkTexts)
  return (
    <Result id="link-done" text={texts.linked + (end === 'linked' ? texts.othersEnded : '')}>
      <Button id="link-leave" label={texts.done} onTap={onLeave} />
    </Result>
  )
}

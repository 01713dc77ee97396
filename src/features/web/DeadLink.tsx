import { useTexts } from '../../i18n/LanguageProvider'
import { emailTexts } from '../../i18n/emails'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/form/Button'
import { Card } from '../../ui/content/Card'
import { Notice } from '../../ui/feedback/Notice'
import { replaceWith } from '../navigation/open'

interface Props {
  /** Prefix of the ids inside. */
  id: string
  text: string
  /** The person wants another e-mail. */
  onAskAgain: () => void
}

/** A link that is used or expired: offers another e-mail, and the sign-in in case it did its work before. */
export const DeadLink = ({ id, text, onAskAgain }: Props) => {
  const { askAgain } = useTexts(emailTexts)
  const { toSignIn } = useTexts(webTexts)
  return (
    <Card>
      <Notice id={`${id}-dead`} tone="warn" text={text} />
      <Button id={`${id}-again`} label={askAgain} onTap={onAskAgain} />
      <Button
        id={`${id}-sign-in`}
        label={toSignIn}
        look="quiet"
        onTap={() => replaceWith('signIn')}
      />
    </Card>
  )
}

import { useWechatAuth } from '../../auth/useWechatAuth'
import { useTexts } from '../../i18n/LanguageProvider'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/form/Button'
import { Notice } from '../../ui/feedback/Notice'

/**
 * Before a form to sign in or register: who is signed in already, in another tab or since a bookmark was made. They may
 * go on with that account; the form signs in to another.
 */
export const SignedInNotice = ({ onStay }: { onStay: () => void }) => {
  const user = useWechatAuth((auth) => auth.user)
  const texts = useTexts(webTexts)
  if (user === null) return null
  const name = user.nickname || user._username || user._email || user.public_id || String(user.id)
  return (
    <Notice id="signed-in" tone="info" text={texts.signedInAs.replace('{name}', () => name)}>
      <Button id="signed-in-stay" label={texts.stay} look="plain" onTap={onStay} />
    </Notice>
  )
}

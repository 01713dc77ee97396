import { useTexts } from '../../i18n/LanguageProvider'
import { webTexts } from '../../i18n/web'
import { Button } from '../../ui/form/Button'
import { open } from '../navigation/open'

/** Opens the page that registers, in the browser build. */
export const RegisterEntry = () => {
  const { noAccount } = useTexts(webTexts)
  return (
    <Button id="session-register" look="plain" label={noAccount} onTap={() => open('register')} />
  )
}

import { useTexts } from '../../i18n/LanguageProvider'
import { sessionTexts } from '../../i18n/session'
import { Button } from '../../ui/form/Button'
import { open } from '../navigation/open'
import { offersPhone } from '../phone/offers-phone'

/** The way to sign in by phone number, in builds that have one. */
export const PhoneEntry = () => {
  const texts = useTexts(sessionTexts)
  if (!offersPhone()) return null
  return <Button id="phone-open" label={texts.phone} look="quiet" onTap={() => open('phone')} />
}

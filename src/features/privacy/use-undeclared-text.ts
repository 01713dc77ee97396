import { useTexts } from '../../i18n/LanguageProvider'
import { privacyTexts } from '../../i18n/privacy'

/** What errno 112 means here: developers read what the operator forgot, others that this does not work for now. */
export const useUndeclaredText = (): string => {
  const { operator, undeclared } = useTexts(privacyTexts)
  return __DEVELOPMENT__ ? operator : undeclared
}

import { useTexts } from '../../i18n/LanguageProvider'
import { privacyTexts } from '../../i18n/privacy'
import { undeclaredTexts } from '../../i18n/undeclared'

/** What errno 112 means here: developers read what the operator forgot, others that this does not work for now. */
export const useUndeclaredText = (): string =>
  useTexts<{ undeclared: string }>(__DEVELOPMENT__ ? undeclaredTexts : privacyTexts).undeclared

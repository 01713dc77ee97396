import { useTexts } from '../../i18n/LanguageProvider'
import { notCopiedInBrowserTexts, notCopiedTexts } from '../../i18n/not-copied'

/** The sentence for text that could not be copied; its reason is the platform's. */
export const useNotCopied = (): string =>
  useTexts(__TARGET__ === 'h5' ? notCopiedInBrowserTexts : notCopiedTexts).notCopied

import { useTexts } from '../../i18n/LanguageProvider'
import { notCopiedInBrowserTexts, notCopiedTexts } from '../../i18n/not-copied'

/** Why nothing was copied, as the platform has it. */
export const useNotCopied = (): string =>
  useTexts(__TARGET__ === 'h5' ? notCopiedInBrowserTexts : notCopiedTexts).notCopied

import { useTexts } from '../../i18n/LanguageProvider'
import { notCopiedInBrowserTexts, notCopiedTexts } from '../../i18n/not-copied'

/** Why nothing was copied: WeChat wants consent to the privacy guide first, a browser decides by itself. */
export const useNotCopied = (): string =>
  useTexts(__TARGET__ === 'h5' ? notCopiedInBrowserTexts : notCopiedTexts).notCopied

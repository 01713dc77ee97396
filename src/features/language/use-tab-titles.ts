import { useEffect } from 'react'
import { common } from '../../i18n/common'
import { useTexts } from '../../i18n/LanguageProvider'
import { showTabTitles } from '../../platform/bars'

/** Writes the tab bar in the person's language. For tab pages only: WeChat refuses it anywhere else. */
export const useTabTitles = (): void => {
  const { tabHome, tabMe } = useTexts(common)
  useEffect(() => {
    showTabTitles([tabHome, tabMe])
  }, [tabHome, tabMe])
}

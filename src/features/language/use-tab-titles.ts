import { useEffect } from 'react'
import { useTexts } from '../../i18n/LanguageProvider'
import { tabTexts } from '../../i18n/tabs'
import { showTabTitles } from '../../platform/bars'
import { TAB_NAMES } from '../navigation/routes'

/** Writes the tab bar in the person's language. For tab pages only: WeChat refuses it anywhere else. */
export const useTabTitles = (): void => {
  const titles = useTexts(tabTexts)
  useEffect(() => showTabTitles(TAB_NAMES.map((name) => titles[name])), [titles])
}

import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { common } from '../../i18n/common'
import { useTexts } from '../../i18n/LanguageProvider'

/** Writes the tab bar in the person's language. For tab pages only: WeChat refuses it anywhere else. */
export function useTabTitles(): void {
  const { tabHome, tabMe } = useTexts(common)
  useEffect(() => {
    for (const [index, text] of [tabHome, tabMe].entries()) void Taro.setTabBarItem({ index, text })
  }, [tabHome, tabMe])
}

import type { BrowserWords } from './browser.types'
import { watchForLostScripts } from './lost-script.h5'
import { mendTabBar } from './tab-bar.h5'

/** What a browser needs beside Taro: its tab bar mended, and a word when a script does not arrive. */
export const mendBrowser = ({ tabs, scriptLost }: BrowserWords): void => {
  mendTabBar(tabs)
  watchForLostScripts(scriptLost)
}

/** Names the language of the whole document, for screen readers, hyphens and translators. */
export const declareLanguage = (language: string): void => {
  document.documentElement.lang = language
}

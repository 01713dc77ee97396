import type { BrowserWords } from './browser.types'

/** What a browser needs beside Taro; nothing in WeChat. */
export const mendBrowser: (words: BrowserWords) => void = () => undefined

/** Names the language of the whole document; WeChat has none. */
export const declareLanguage: (language: string) => void = () => undefined

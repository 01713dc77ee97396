/** What a browser needs beside Taro; nothing in WeChat. */
export const mendBrowser: (words: () => { text: string; retry: string }) => void = () => undefined

/** Names the language of the whole document; WeChat has none. */
export const declareLanguage: (language: string) => void = () => undefined

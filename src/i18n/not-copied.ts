import type { Dictionary } from './language'

const zhCN = {
  notCopied: '没有复制：写入剪贴板需要你同意隐私保护指引。',
}

const en: typeof zhCN = {
  notCopied: 'Not copied: writing to the clipboard needs your consent to the privacy policy.',
}

const zhBrowser: typeof zhCN = {
  notCopied: '没有复制：浏览器不允许写入剪贴板。',
}

const enBrowser: typeof zhCN = {
  notCopied: 'Not copied: the browser does not allow writing to the clipboard.',
}

/** What is said when WeChat copies nothing. */
export const notCopiedTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

/** The same of a browser. A build holds one of the two. */
export const notCopiedInBrowserTexts: Dictionary<typeof zhCN> = {
  'zh-CN': zhBrowser,
  en: enBrowser,
}

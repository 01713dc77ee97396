import type { Dictionary } from './language'

const zhCN = {
  home: '首页',
  me: '我的',
}

const en: typeof zhCN = {
  home: 'Home',
  me: 'Me',
}

/** The tab bar, by the names of its pages. */
export const tabTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

import type { Dictionary } from './language'

const zhCN = {
  tabHome: '首页',
  tabMe: '我的',
  retry: '重试',
  save: '保存',
  saved: '已保存',
  notNow: '暂不',
  show: '显示',
  hide: '隐藏',
  notSet: '未设置',
  unnamed: '微信用户',
}

const en: typeof zhCN = {
  tabHome: 'Home',
  tabMe: 'Me',
  retry: 'Try again',
  save: 'Save',
  saved: 'Saved',
  notNow: 'Not now',
  show: 'Show',
  hide: 'Hide',
  notSet: 'Not set',
  unnamed: 'WeChat user',
}

/** Words that many screens share. */
export const common: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

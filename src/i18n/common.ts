import type { Dictionary } from './language'

const zhCN = {
  tabHome: '首页',
  tabMe: '我的',
  retry: '重试',
  notNow: '暂不',
  notSet: '未设置',
  notVerified: '未验证',
  unnamed: '微信用户',
}

const en: typeof zhCN = {
  tabHome: 'Home',
  tabMe: 'Me',
  retry: 'Try again',
  notNow: 'Not now',
  notSet: 'Not set',
  notVerified: 'Not verified',
  unnamed: 'WeChat user',
}

/** Words that many screens share. */
export const common: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

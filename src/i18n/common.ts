import type { Dictionary } from './language'

const zhCN = {
  retry: '重试',
  notNow: '暂不',
  notSet: '未设置',
  notVerified: '未验证',
  unnamed: '未设置昵称',
  pageFailed: '页面没有打开，请重试',
  pageUnknown: '页面不存在，已回到首页',
}

const en: typeof zhCN = {
  retry: 'Try again',
  notNow: 'Not now',
  notSet: 'Not set',
  notVerified: 'Not verified',
  unnamed: 'No name yet',
  pageFailed: 'The page did not open. Please try again',
  pageUnknown: 'Page not found. This is the home page',
}

/** Words that many screens share. */
export const common: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

import type { Dictionary } from './language'

const zhCN = {
  refused: '没关系，可以用短信验证码，或以后再说。',
  noQuota: '一键获取暂不可用，请用短信验证码。',
  noPermission: '这个小程序不能使用一键获取，请用短信验证码。',
}

const en: typeof zhCN = {
  refused: 'No problem. You can use a text message, or do it later.',
  noQuota: 'One tap is not available now. Please use a text message.',
  noPermission: 'This app may not ask WeChat for numbers. Please use a text message.',
}

const zhAlone = {
  refused: '没关系，可以以后再说。',
  noQuota: '一键获取暂不可用，请以后再试。',
  noPermission: '这个小程序不能使用一键获取。',
}

const enAlone: typeof zhAlone = {
  refused: 'No problem. You can do it later.',
  noQuota: 'One tap is not available now. Please try again later.',
  noPermission: 'This app may not ask WeChat for numbers.',
}

/** What is said when WeChat returns no number, in builds that send text messages. */
export const noNumberTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

/** The same in builds that send none: they name none. A build holds one of the two. */
export const noNumberAloneTexts: Dictionary<typeof zhAlone> = { 'zh-CN': zhAlone, en: enAlone }

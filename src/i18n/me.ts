import type { Dictionary } from './language'

const zhCN = {
  title: '我的',
  profile: '个人资料',
  phone: '手机号',
  link: '微信',
  linked: '已关联',
  notLinked: '未关联',
  account: '账号与安全',
  language: '语言',
  languageSystem: '跟随微信',
  about: '关于',
  privacy: '隐私保护指引',
  terms: '用户协议',
  updateTitle: '新版本已就绪',
  updateLead: '重启即可使用，请先保存填写的内容。',
  updateNow: '现在重启',
  updateLater: '稍后',
}

const en: typeof zhCN = {
  title: 'Me',
  profile: 'Profile',
  phone: 'Phone number',
  link: 'WeChat',
  linked: 'Linked',
  notLinked: 'Not linked',
  account: 'Account',
  language: 'Language',
  languageSystem: 'Follow WeChat',
  about: 'About',
  privacy: 'Privacy policy',
  terms: 'Terms of use',
  updateTitle: 'A new version is ready',
  updateLead: 'Restart to use it. Save your work first.',
  updateNow: 'Restart now',
  updateLater: 'Later',
}

/** The page about oneself, and the settings beside it. */
export const meTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

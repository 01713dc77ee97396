import type { Dictionary } from './language'

const zhCN = {
  registering: '注册即表示同意',
  terms: '用户协议',
  and: '和',
  privacy: '隐私保护指引',
}

const en: typeof zhCN = {
  registering: 'By registering you agree to the',
  terms: 'terms of use',
  and: 'and',
  privacy: 'privacy policy',
}

/** Links to the legal texts, in the middle of a sentence. */
export const legalTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

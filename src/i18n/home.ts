import type { Dictionary } from './language'

const zhCN = {
  title: '账号，开箱即用',
  lead: '打开即静默登录，从不拦路；需要时才请你确认。',
  notes: '笔记',
}

const en: typeof zhCN = {
  title: 'Accounts that simply work',
  lead: 'Signed in silently at launch, never in the way. We ask only when it matters.',
  notes: 'Notes',
}

/** The home page. */
export const homeTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

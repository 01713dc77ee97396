import type { Dictionary } from './language'

const zhCN = {
  title: '账号，开箱即用',
  lead: '打开即静默登录，从不拦路；需要时才请你确认。',
  reading: '读一读',
  silent: '静默登录怎么做到不打扰',
  silentLead: '一次请求，一个会话，从不等待。',
  profile: '头像和昵称，为什么要你自己填',
  profileLead: '2022 年 11 月起，微信只给灰色头像。',
  phone: '手机号能证明什么',
  phoneLead: '号码会被回收，不能单凭它登录。',
  keep: '收藏',
  kept: '已收藏',
  gateTitle: '收藏需要一个账号',
  gateLead: '登录后会自动完成收藏。',
}

const en: typeof zhCN = {
  title: 'Accounts that simply work',
  lead: 'Signed in silently at launch, never in the way. We ask only when it matters.',
  reading: 'Worth reading',
  silent: 'How silent sign-in stays silent',
  silentLead: 'One request, one session, and no page waits for it.',
  profile: 'Why you fill in your own name and picture',
  profileLead: 'Since November 2022, WeChat gives only a grey picture.',
  phone: 'What a phone number proves',
  phoneLead: 'Numbers are recycled, so one alone never opens an account.',
  keep: 'Save',
  kept: 'Saved',
  gateTitle: 'Saving needs an account',
  gateLead: 'It will be saved as soon as you are signed in.',
}

/** The home page. */
export const homeTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

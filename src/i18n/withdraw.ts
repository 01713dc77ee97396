import type { Dictionary } from './language'

const zhCN = {
  withdraw: '撤回同意',
  lead: '撤回后，我们不再收集头像、昵称和手机号，并从账号中删除它们；账号仍可使用。',
  done: '已撤回，相关信息已从账号中删除。',
  lastWayIn:
    '已撤回，头像和昵称已删除。手机号是你唯一的登录方式，所以还在：请先设置另一种再试，或注销账号。',
  phoneLeft: '头像和昵称已删除，手机号还在：请重新登录后再试一次。',
}

const en: typeof zhCN = {
  withdraw: 'Withdraw my consent',
  lead: 'No picture, name or phone number is collected any more, and those in your account are deleted. The account stays.',
  done: 'Withdrawn. They have been deleted from your account.',
  lastWayIn:
    'Withdrawn; picture and name are deleted. The phone number is your only way in, so it stays: set up another one and try again, or delete the account.',
  phoneLeft: 'Picture and name are deleted. Sign in again to remove the phone number, too.',
}

/** Taking consent back: beside the legal texts, which are another package than the forms. */
export const withdrawTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

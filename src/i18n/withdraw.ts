import type { Dictionary } from './language'

const zhCN = {
  withdraw: '撤回同意',
  title: '确定要撤回同意吗？',
  sure: '撤回并删除',
  lead: '撤回后，我们不再收集头像、昵称和手机号，并从账号中删除它们；账号仍可使用。',
  others: '手机号移除后，其他设备会退出登录。',
  done: '已撤回，相关信息已从账号中删除',
  lastSignInMethod:
    '已撤回，头像和昵称已删除。手机号是你唯一的登录方式，所以还在：请先设置另一种再试，或注销账号。',
  phoneLeft: '头像和昵称已删除，手机号还在：请重新登录后再试一次。',
}

const en: typeof zhCN = {
  withdraw: 'Withdraw my consent',
  title: 'Withdraw your consent?',
  sure: 'Withdraw and delete',
  lead: 'We stop collecting your picture, name and phone number and delete them from your account, which stays.',
  others: 'Once the phone number is removed, your other devices are signed out.',
  done: 'Withdrawn. They have been deleted from your account.',
  lastSignInMethod:
    'Withdrawn; picture and name are deleted. The phone number is your only sign-in method, so it stays: set up another one and try again, or delete the account.',
  phoneLeft: 'Picture and name are deleted. Sign in again to remove the phone number, too.',
}

/** Taking consent back: beside the legal texts, which are another package than the forms. */
export const withdrawTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

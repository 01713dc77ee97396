import type { Dictionary } from './language'

const zhCN = {
  notVerified: '邮箱还没有验证',
  code: '邮件里的验证码',
  codeExample: '例如 ABCD-2345',
  codeHint: '8 位字母和数字。验证后，其他设备会退出登录。',
  codeUnsupported: '请打开邮件里的链接，再点“刷新”。',
  verify: '验证邮箱',
  sent: '验证邮件已发送',
  refresh: '刷新',
  askAgain: '重新发送邮件',
}

const en: typeof zhCN = {
  notVerified: 'The address is not verified yet',
  code: 'Code from the email',
  codeExample: 'ABCD-2345',
  codeHint: '8 letters and digits. Verifying signs out your other devices.',
  codeUnsupported: 'Please open the link in the email, then check again.',
  verify: 'Verify the address',
  sent: 'Verification email sent',
  refresh: 'Check again',
  askAgain: 'Send a new email',
}

/** E-mails that verify an address, and the code they bring. */
export const emailTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

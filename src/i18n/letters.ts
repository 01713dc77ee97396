import type { Dictionary } from './language'

const zhCN = {
  newPasswordLead: '保存后，所有设备都要用新密码重新登录。',
  newPassword: '新密码',
  passwordCommon: '这个密码太常见，请换一个。',
  passwordSaved: '新密码已保存，其他设备都已退出，请用它登录。',
  wechatEnded: '微信已解除绑定：在小程序里用这个账号登录，再绑定一次。',
  phoneEnded: '手机号需要重新验证后才能用来登录。',
  resetDead: '链接已用过或已过期。如果刚才已经保存，请直接用新密码登录。',
  notVerified: '邮箱还没有验证。',
  code: '邮件里的验证码',
  codeHint: '8 位字母和数字。',
  codeWrong: '验证码不对或已过期，请检查，或重新发送。',
  codeUnsupported: '请打开邮件里的链接，再点“刷新”。',
  verify: '验证邮箱',
  sent: '验证邮件已发送。',
  refresh: '刷新',
  askAgain: '重新发送邮件',
}

const en: typeof zhCN = {
  newPasswordLead: 'Every device has to sign in again with the new one.',
  newPassword: 'New password',
  passwordCommon: 'This password is too common. Choose another.',
  passwordSaved: 'Your new password is saved and other devices are signed out. Sign in with it.',
  wechatEnded:
    'WeChat was unlinked: sign in to this account in the mini-program, and link it again.',
  phoneEnded: 'The phone number has to be verified again before it signs you in.',
  resetDead: 'This link is used or expired. Just saved a new password? Then sign in with it.',
  notVerified: 'The address is not verified yet.',
  code: 'Code from the message',
  codeHint: '8 letters and digits.',
  codeWrong: 'The code is wrong or expired. Check it, or send a new one.',
  codeUnsupported: 'Please open the link in the message, then check again.',
  verify: 'Verify the address',
  sent: 'The message was sent.',
  refresh: 'Check again',
  askAgain: 'Send a new message',
}

/** What letters bring: codes to type, and links that open the browser build. */
export const letterTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

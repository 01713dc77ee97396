import type { Dictionary } from './language'

const zhCN = {
  newPasswordLead: '保存后，所有设备都要用新密码重新登录。',
  newPassword: '新密码',
  passwordCommon: '这个密码太常见，请换一个。',
  passwordSaved: '新密码已保存，请用它登录。',
  resetDead: '链接已用过或已过期。如果刚才已经保存，请直接用新密码登录。',
  verifyLinkLead: '邮件里的链接能确认这个邮箱是你的。',
  verify: '验证邮箱',
  verifyDead: '链接已用过或已过期。如果刚才已经验证，不用再做什么。',
  alreadyVerified: '你的邮箱之前已经验证，不用再做什么。',
  askAgain: '重新发送邮件',
}

const en: typeof zhCN = {
  newPasswordLead: 'Every device has to sign in again with the new one.',
  newPassword: 'New password',
  passwordCommon: 'This password is too common. Choose another.',
  passwordSaved: 'Your new password is saved. Sign in with it.',
  resetDead: 'This link is used or expired. Just saved a new password? Then sign in with it.',
  verifyLinkLead: 'The link in the message proves your address.',
  verify: 'Verify the address',
  verifyDead: 'This link is used or expired. If you have just verified the address, all is done.',
  alreadyVerified: 'Your address was verified before. There is nothing left to do.',
  askAgain: 'Send a new message',
}

/** What the links of letters open in the browser build. */
export const letterTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

import type { Dictionary } from './language'

const zhCN = {
  title: '请确认是你本人',
  lead: '距上次登录有一会儿了，确认后会继续。',
  password: '密码',
  phone: '短信验证码',
  email: '邮件里的验证码',
  submit: '确认',
  sendSms: '用短信验证码确认',
  sendEmail: '用邮件验证码确认',
  sent: '验证码已发送',
  wrong: '不对，请再试一次。',
}

const en: typeof zhCN = {
  title: 'Please confirm that it is you',
  lead: 'You signed in a while ago. Confirm, and it goes on.',
  password: 'Password',
  phone: 'Code from the text message',
  email: 'Code from the e-mail',
  submit: 'Confirm',
  sendSms: 'Confirm with a text message',
  sendEmail: 'Confirm with an e-mail',
  sent: 'Code sent',
  wrong: 'That is not right. Please try again.',
}

/** The sheet that asks for credentials again. */
export const reauthenticationTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

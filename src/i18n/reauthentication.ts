import type { Dictionary } from './language'

const zhCN = {
  title: '请确认是你本人',
  lead: '距上次登录有一会儿了，确认后会继续。',
  none: '没有密码，也没有验证过的手机号或邮箱。请用关联的微信打开小程序操作，或联系客服。',
  password: '密码',
  phone: '短信验证码',
  email: '邮件里的验证码',
  submit: '确认',
  sendSms: '用短信验证码确认',
  sendEmail: '用邮件验证码确认',
  sent: '验证码已发送',
}

const en: typeof zhCN = {
  title: 'Please confirm that it is you',
  lead: 'You signed in a while ago. Confirm that it is you to continue.',
  none: 'There is no password, verified phone number or email. Use the mini-program in the linked WeChat, or contact support.',
  password: 'Password',
  phone: 'Code from the text message',
  email: 'Code from the email',
  submit: 'Confirm',
  sendSms: 'Confirm with a text message',
  sendEmail: 'Confirm with an email',
  sent: 'Code sent',
}

/** The sheet that asks for credentials again. */
export const reauthenticationTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

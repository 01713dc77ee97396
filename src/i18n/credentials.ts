import type { Dictionary } from './language'

const zhCN = {
  name: '用户名、邮箱或手机号',
  nameInvalid: '请填写用户名、邮箱或手机号。',
  password: '密码',
  passwordMissing: '请填写密码。',
  passwordHint: '至少 8 个字符，可以是一句话。',
}

const en: typeof zhCN = {
  name: 'Username, email or phone',
  nameInvalid: 'Please enter a username, an email address or a phone number.',
  password: 'Password',
  passwordMissing: 'Please enter your password.',
  passwordHint: 'At least 8 characters; a sentence is fine.',
}

/** The form for a name and a password. */
export const credentialTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

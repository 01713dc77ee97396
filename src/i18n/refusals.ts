import type { Dictionary } from './language'

const zhCN = {
  password_too_short: '密码至少 8 个字符。',
  password_too_long: '密码最多 128 个字符。',
  password_too_common: '这个密码太容易被猜到，请换一个。',
  password_has_your_name: '密码里不要用你的名字或本应用的名字，请换一个。',
  password_wrong: '当前密码不对。',
  username_malformed: '最多 64 个字符，只用一种文字，不含空格和 @，不能是手机号。',
  email_malformed: '请填写有效的邮箱地址。',
  email_of_another: '另一个账号已经验证了这个邮箱。请换一个，或登录那个账号。',
  nickname_unseen: '昵称里要有看得见的文字或符号，不能有控制字符。',
  nickname_too_long: '昵称最多 30 个字符。',
  phone_malformed: '请填写有效的手机号。',
  sms_country_not_served: '不能向这个国家或地区的号码发短信，请换其他方式。',
  human_check_required: '现在不能发送短信，请换其他方式。',
  reauthentication_required: '没有确认是你本人，没有改动。',
}

const en: typeof zhCN = {
  password_too_short: 'Use at least 8 characters.',
  password_too_long: 'Use at most 128 characters.',
  password_too_common: 'This password is too easy to guess. Please choose another.',
  password_has_your_name: 'Please choose a password without your name or that of this app.',
  password_wrong: 'The current password is wrong.',
  username_malformed: 'Up to 64 characters of one alphabet, no spaces or @, not a phone number.',
  email_malformed: 'Please enter a valid e-mail address.',
  email_of_another:
    'Another account has verified this address. Use another, or sign in to that account.',
  nickname_unseen: 'A name needs letters or symbols that can be seen, and no control characters.',
  nickname_too_long: 'A name has at most 30 characters.',
  phone_malformed: 'Please enter a valid phone number.',
  sms_country_not_served: 'No text messages go to numbers of this country. Use another way.',
  human_check_required: 'No text message can be sent now. Please use another way.',
  reauthentication_required: 'Nothing was changed, because you did not confirm that it is you.',
}

/** A refusal that has a sentence of its own; it is called by the `error_code` of our server. */
export type Refusal = keyof typeof zhCN

/**
 * Whether the sentence for an `error_code` is here. The others mean in their place what the status means there: the
 * screen has its own sentence for it, as for the hosted service, which has no such codes.
 */
export const isRefusal = (code = ''): code is Refusal => Object.keys(zhCN).includes(code)

/** Why what somebody typed is refused, by our server or by a form before it is sent. */
export const refusalTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

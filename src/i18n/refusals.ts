import type { Dictionary } from './language'

const zhCN = {
  password_too_short: '密码至少 8 个字符。',
  password_too_long: '密码最多 128 个字符。',
  password_too_common: '这个密码太容易被猜到，请换一个。',
  password_has_your_name: '密码里不要用你的名字或本应用的名字，请换一个。',
  password_wrong: '当前密码不对。',
  wrong_credentials: '账号或密码不对。',
  name_taken: '已被其他账号使用，请换一个。',
  username_malformed: '最多 64 个字符，只用一种文字，不含空格和 @，不能是手机号。',
  email_malformed: '请填写有效的邮箱地址。',
  email_of_another: '另一个账号已经验证了这个邮箱。请换一个，或登录那个账号。',
  nickname_unseen: '昵称里要有看得见的文字或符号，不能有控制字符。',
  nickname_too_long: '昵称最多 30 个字符。',
  email_code_wrong: '验证码不对或已过期，请检查，或重新发送。',
  email_changed: '邮箱刚刚被改过，请刷新后再试。',
  email_missing: '还没有填写邮箱。',
  email_not_verified: '邮箱还没有验证，请先验证。',
  mail_not_sent: '邮件没有发出去，请稍后再试。',
  phone_malformed: '请填写有效的手机号。',
  phone_not_verified: '手机号还没有验证，请先验证。',
  sms_code_wrong: '验证码不对或已过期。',
  sms_country_not_served: '不能向这个国家或地区的号码发短信，请换其他方式。',
  sms_not_sent: '短信没有发出去，请稍后再试。',
  human_check_required: '现在不能发送短信，请换其他方式。',
  wechat_not_linked: '这个账号还没有关联微信，请先关联，再用微信的手机号。',
  wechat_of_another: '这个微信已关联另一个账号。',
  other_wechat_linked: '这个账号已关联另一个微信。',
  wechat_code_of_another: '当前微信不是这个账号关联的微信，请用原来的微信。',
  wechat_session_missing: '微信的登录信息已失效，请退出后重新登录。',
  decrypt_failed: '没有读出微信给的内容，请再试一次。',
  wechat_user_blocked: '微信认为这个账号有风险，暂时不能继续。',
  wechat_user_not_seen: '微信暂时认不出你，请重新打开小程序再试。',
  last_sign_in_method: '这是唯一的登录方式，请先设置另一种再移除。',
  field_invalid: '有内容不符合要求，没有改动。',
  anonymous_not_allowed: '请先注册，再使用这项功能。',
  reauthentication_required: '没有确认是你本人，没有改动。',
  reauthentication_failed: '密码或验证码不对，请再试一次。',
}

const en: typeof zhCN = {
  password_too_short: 'Use at least 8 characters.',
  password_too_long: 'Use at most 128 characters.',
  password_too_common: 'This password is too easy to guess. Please choose another.',
  password_has_your_name: 'Please choose a password without your name or that of this app.',
  password_wrong: 'The current password is wrong.',
  wrong_credentials: 'The account or the password is wrong.',
  name_taken: 'Another account uses this one. Please choose another.',
  username_malformed: 'Up to 64 characters of one alphabet, no spaces or @, not a phone number.',
  email_malformed: 'Please enter a valid email address.',
  email_of_another:
    'Another account has verified this address. Use another, or sign in to that account.',
  nickname_unseen: 'A name needs letters or symbols that can be seen, and no control characters.',
  nickname_too_long: 'A name has at most 30 characters.',
  email_code_wrong: 'The code is wrong or expired. Check it, or send a new one.',
  email_changed: 'The address was changed just now. Refresh, and try again.',
  email_missing: 'There is no email address yet.',
  email_not_verified: 'The email address is not verified. Please verify it first.',
  mail_not_sent: 'The email could not be sent. Please try again later.',
  phone_malformed: 'Please enter a valid phone number.',
  phone_not_verified: 'The phone number is not verified. Please verify it first.',
  sms_code_wrong: 'The code is wrong or has expired.',
  sms_country_not_served: 'No text messages go to numbers of this country. Use another way.',
  sms_not_sent: 'The text message could not be sent. Please try again later.',
  human_check_required: 'No text message can be sent now. Please use another way.',
  wechat_not_linked:
    'No WeChat is linked to this account. Link it first, then use its phone number.',
  wechat_of_another: 'This WeChat is linked to another account.',
  other_wechat_linked: 'Another WeChat is linked to this account.',
  wechat_code_of_another: 'This is not the WeChat that is linked to the account. Use that one.',
  wechat_session_missing: 'WeChat’s sign-in has expired. Sign out, and sign in again.',
  decrypt_failed: 'What WeChat sent could not be read. Please try again.',
  wechat_user_blocked: 'WeChat considers this account a risk. You cannot go on for now.',
  wechat_user_not_seen: 'WeChat does not recognise you for now. Reopen the app and try again.',
  last_sign_in_method: 'This is your only sign-in method. Set up another one before you remove it.',
  field_invalid: 'Something in it is not allowed. Nothing was changed.',
  anonymous_not_allowed: 'Please register before you use this.',
  reauthentication_required: 'Nothing was changed, because you did not confirm that it is you.',
  reauthentication_failed: 'The password or code is wrong. Please try again.',
}

/** A refusal that has a sentence of its own; it is called by the `error_code` of our server. */
export type Refusal = keyof typeof zhCN

/**
 * Whether the sentence for an `error_code` is here. The others are handled by their screen, or mean what their kind
 * of failure says; the hosted service has no such codes.
 */
export const isRefusal = (code = ''): code is Refusal => Object.keys(zhCN).includes(code)

/** Why what someone typed or tapped is refused, by our server or by a form before it is sent. */
export const refusalTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

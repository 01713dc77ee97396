import type { Dictionary } from './language'

// A build that sends no text messages names none.
const zhCN = {
  title: '手机号',
  bindLead: '用来登录和找回账号，不会展示给别人。',
  signInLead: '用微信的手机号登录，没有账号会新开一个。',
  bound: '已绑定',
  signIn: '手机号一键登录',
  bind: '绑定微信手机号',
  bindAnother: '换一个号码',
  skip: '暂不',
  refused: __FEATURES__.sms ? '没关系，可以用短信验证码，或以后再说。' : '没关系，可以以后再说。',
  noQuota: __FEATURES__.sms
    ? '一键获取暂不可用，请用短信验证码。'
    : '一键获取暂不可用，请以后再试。',
  noPermission: __FEATURES__.sms
    ? '这个小程序不能使用一键获取，请用短信验证码。'
    : '这个小程序不能使用一键获取。',
  failed: '微信没有给出手机号，请再试一次。',
  expired: '刚才的授权已过期，请再点一次。',
  taken: '这个号码属于另一个账号。可以登录那个账号并关联微信。',
  goLink: '去关联那个账号',
  otherTitle: '要换成新号码吗？',
  otherLead: '当前绑定的是',
  overwrite: '换成新号码',
  keep: '保留原号码',
  sms: '用短信验证码',
  smsPhone: '手机号',
  smsSend: '发送验证码',
  smsSent: '几分钟内有效，已发送到',
  smsAgain: '重新发送',
  smsCode: '验证码',
  smsSubmit: '确认',
  smsWrong: '验证码不对或已过期。',
  codeInvalid: '请填写收到的数字验证码。',
}

const en: typeof zhCN = {
  title: 'Phone number',
  bindLead: 'To sign in and to recover your account. Nobody else sees it.',
  signInLead: 'Sign in with your WeChat number. A new number opens an account.',
  bound: 'Your number',
  signIn: 'Sign in with my number',
  bind: 'Add my WeChat number',
  bindAnother: 'Use another number',
  skip: 'Not now',
  refused: __FEATURES__.sms
    ? 'No problem. You can use a text message, or do it later.'
    : 'No problem. You can do it later.',
  noQuota: __FEATURES__.sms
    ? 'One tap is not available now. Please use a text message.'
    : 'One tap is not available now. Please try again later.',
  noPermission: __FEATURES__.sms
    ? 'This app may not ask WeChat for numbers. Please use a text message.'
    : 'This app may not ask WeChat for numbers.',
  failed: 'WeChat gave no number. Please try again.',
  expired: 'The permission has expired. Please tap once more.',
  taken:
    'This number belongs to another account. You can sign in to that one and link your WeChat.',
  goLink: 'Link that account',
  otherTitle: 'Change the number?',
  otherLead: 'Your number now:',
  overwrite: 'Use the new number',
  keep: 'Keep the old one',
  sms: 'Use a text message',
  smsPhone: 'Phone number',
  smsSend: 'Send a code',
  smsSent: 'Valid for a few minutes, sent to',
  smsAgain: 'Send again',
  smsCode: 'Code',
  smsSubmit: 'Confirm',
  smsWrong: 'The code is wrong or has expired.',
  codeInvalid: 'Please enter the digits you received.',
}

/** The phone page. */
export const phoneTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

import type { Dictionary } from './language'

const zhCN = {
  title: '关联账号',
  lead: '关联之后，打开小程序就会自动登录。',
  signIn: '登录已有账号',
  signInLead: '用网页上的账号登录，再关联这个微信。关联后，这个账号在其他设备上会退出登录。',
  register: '注册新账号',
  registerLead: '新账号在网页和微信里都能用。',
  continueWithWechat: '只用微信继续',
  later: '暂不关联',
  submitSignIn: '登录并关联',
  submitRegister: '注册并关联',
  otherWay: '返回其他选项',
  nameTaken: '这个用户名已经有人用了，请换一个，或用它登录。',
  linking: '正在关联微信…',
  halfway: '账号已登录，还差把微信关联上去。关联后，其他设备会退出登录。',
  finish: '继续关联',
  wechatTaken: '这个微信已经关联了另一个账号。可以用微信直接登录那个账号，或换一个微信再试。',
  accountTaken: '这个账号已经关联了另一个微信。可以换一个账号；要更换关联的微信，请联系客服。',
  unionTaken:
    '这个微信已经有一个账号，可能是在我们的其他小程序里注册的。可以用微信登录那个账号，或换一个微信再试。',
  unionSplit:
    '无法确定这个微信对应哪个账号：在我们的其他小程序里可能还有一个。请联系客服处理；在那之前，可以用账号和密码登录。',
  cannotCreate: '微信登录被拒绝了。请再试一次；还是不行，请联系客服。',
  useWechat: '登录这个微信的账号',
  otherAccount: '换一个账号',
  stay: '先不关联，继续使用',
  linked: '已关联，以后打开就会自动登录。',
  othersEnded: '\n这个账号在其他设备上需要重新登录。',
  done: '完成',
}

const en: typeof zhCN = {
  title: 'Link an account',
  lead: 'Once linked, opening the app signs you in.',
  signIn: 'Sign in to my account',
  signInLead:
    'Sign in with your account from the web, then link this WeChat to it. Linking signs out your other devices.',
  register: 'Register a new account',
  registerLead: 'A new account works on the web and in WeChat alike.',
  continueWithWechat: 'Continue with WeChat only',
  later: 'Not now',
  submitSignIn: 'Sign in and link',
  submitRegister: 'Register and link',
  otherWay: 'Back to the other choices',
  nameTaken: 'This name is taken. Choose another, or sign in with it.',
  linking: 'Linking WeChat…',
  halfway:
    'You are signed in. One step is left: linking this WeChat. It signs out your other devices.',
  finish: 'Link now',
  wechatTaken:
    'This WeChat is linked to another account. Sign in to that one with WeChat, or use another WeChat.',
  accountTaken:
    'That account is linked to another WeChat. Use another account, or contact support to change its WeChat.',
  unionTaken:
    'This WeChat has an account already, perhaps from another of our mini-programs. Sign in to that one with WeChat, or use another WeChat.',
  unionSplit:
    'It is unclear which account this WeChat opens: there may be one from another of our mini-programs. Please contact support; until then, sign in with a password.',
  cannotCreate:
    'WeChat could not sign you in. Please try again; if that does not help, contact support.',
  useWechat: 'Use the account of this WeChat',
  otherAccount: 'Use another account',
  stay: 'Continue without linking',
  linked: 'Linked. From now on, opening the app signs you in.',
  othersEnded: '\nYour other devices have to sign in again.',
  done: 'Done',
}

/** The link flow. */
export const linkTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

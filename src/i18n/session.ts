import type { Dictionary } from './language'

const zhCN = {
  booting: '正在启动…',
  signingIn: '正在登录…',
  member: '已登录',
  unlinked: '尚未关联账号',
  guest: '访客',
  unlinkedLead: '这个微信还没有账号。可以关联已有账号，也可以用微信新建一个。',
  continueWithWechat: '用微信继续',
  linkExisting: '关联已有账号',
  finishLinking: '继续关联微信',
  finishLinkingLead: '上次只差一步：把这个微信关联到你的账号。',
  guestOffline: '网络不通，先以访客身份看看。',
  guestRefused: '登录已失效或没有完成，先以访客身份看看。',
  guestServer: '服务器暂时无法登录，请稍后再试。',
  guestSignedOut: '登录后可以写笔记、管理你的账号。',
  guestEndedElsewhere: '这台设备已在另一台设备上被退出登录，需要时请重新登录。',
  guestUnionConflict: '无法确定这个微信对应哪个账号，先以访客身份看看。',
  resolve: '看看怎么办',
  signIn: '登录',
  phone: '用手机号登录',
  signOut: '退出登录',
  userId: '用户编号',
  fillIn: '填写头像和昵称',
}

const en: typeof zhCN = {
  booting: 'Starting…',
  signingIn: 'Signing in…',
  member: 'Signed in',
  unlinked: 'No account linked yet',
  guest: 'Guest',
  unlinkedLead:
    'There is no account for your WeChat yet. Link one you have, or create one with WeChat.',
  continueWithWechat: 'Continue with WeChat',
  linkExisting: 'Link an existing account',
  finishLinking: 'Finish linking WeChat',
  finishLinkingLead: 'One step was left: linking this WeChat to your account.',
  guestOffline: 'No network. You are browsing as a guest.',
  guestRefused: 'Your sign-in has expired or did not complete. You are browsing as a guest.',
  guestServer: 'The server cannot sign you in now. Try again later.',
  guestSignedOut: 'Sign in to write notes and manage your account.',
  guestEndedElsewhere: 'You were signed out here from another device. Sign in again when you like.',
  guestUnionConflict: 'It is unclear which account this WeChat opens. You are browsing as a guest.',
  resolve: 'See what to do',
  signIn: 'Sign in',
  phone: 'Sign in with a phone number',
  signOut: 'Sign out',
  userId: 'User ID',
  fillIn: 'Add a picture and a name',
}

/** Who is signed in, and what can be done about it. */
export const sessionTexts: Dictionary<typeof zhCN> = { 'zh-CN': zhCN, en }

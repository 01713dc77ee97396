/** Chinese comes first: its keys are the keys every other dictionary must have. */
export const zhCN = {
  homeTitle: '账号，开箱即用',
  homeLead: '打开即静默登录，不打扰、不拦路；需要身份时，再请你确认。',
  meTitle: '我的',
  sessionBooting: '正在启动…',
  sessionSigningIn: '正在登录…',
  sessionMember: '已登录',
  sessionUnlinked: '尚未关联账号',
  sessionGuest: '访客',
  unlinkedLead:
    '我们认得你的微信，但还没有属于它的账号。你可以直接用微信开一个，也可以先随便看看。',
  continueWithWechat: '用微信继续',
  guestOffline: '网络不通，暂以访客身份浏览。',
  guestRefused: '微信没有完成登录，暂以访客身份浏览。',
  guestServer: '服务器暂时无法登录，稍后再试。',
  guestSignedOut: '你已退出登录。',
  retry: '重试',
  signIn: '登录',
  signOut: '退出登录',
  userId: '用户编号',
  unnamed: '微信用户',
}

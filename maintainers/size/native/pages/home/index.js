const TEXTS = {
  'zh-CN': {
    title: '账号，开箱即用',
    lead: '打开即静默登录，从不拦路；需要时才请你确认。',
    signingIn: '正在登录…',
    unlinked: '尚未关联账号',
    unlinkedLead: '这个微信还没有账号。可以关联已有账号，也可以用微信新建一个。',
    continueWithWechat: '用微信继续',
    linkExisting: '关联已有账号',
    phone: '用手机号登录',
    notes: '笔记',
  },
  en: {
    title: 'Accounts that simply work',
    lead: 'Signed in silently at launch, never in the way. We ask only when it matters.',
    signingIn: 'Signing in…',
    unlinked: 'No account linked yet',
    unlinkedLead:
      'There is no account for your WeChat yet. Link one you have, or create one with WeChat.',
    continueWithWechat: 'Continue with WeChat',
    linkExisting: 'Link an existing account',
    phone: 'Sign in with a phone number',
    notes: 'Notes',
  },
}

Page({
  data: { texts: TEXTS['zh-CN'], session: 'signingIn' },
  onLoad() {
    const { language = 'zh_CN' } = wx.getAppBaseInfo()
    this.setData({ texts: language.startsWith('zh') ? TEXTS['zh-CN'] : TEXTS.en })
    const { signedIn } = getApp()
    if (signedIn) signedIn.then(() => this.setData({ session: 'unlinked' }))
  },
  onShareAppMessage() {
    return { title: this.data.texts.title, path: '/pages/home/index' }
  },
  continueWithWechat() {
    wx.login({ success: () => this.setData({ session: 'signingIn' }) })
  },
  linkExisting() {
    wx.navigateTo({ url: '/pages/link/index' })
  },
  phone() {
    wx.navigateTo({ url: '/pages/phone/index' })
  },
  notes() {
    wx.navigateTo({ url: '/pages/notes/index' })
  },
})

const { store } = require('./store/index')
App({
  globalData: { user: null, launches: 0 },
  store,
  onLaunch(options) {
    this.globalData.scene = options.scene
    this.globalData.launches += 1
    this.ready = new Promise((resolve) => wx.login({ success: (res) => resolve(res.code), fail: () => resolve('') }))
  },
})

App({
  onLaunch() {
    this.signedIn = new Promise((resolve) => {
      wx.login({ success: resolve, fail: resolve })
    })
  },
})

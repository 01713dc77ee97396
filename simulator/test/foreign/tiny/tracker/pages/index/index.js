const app = getApp()
const { wxp, request } = app.globalData
Page({
  data: { log: '' },
  say(...words) { this.setData({ log: words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' ') }) },
  onLoad(query) { this.say('loaded', app.sdk, query) },
  async info() {
    const [system, network, setting] = await Promise.all([wxp.getSystemInfo(), wxp.getNetworkType(), wxp.getSetting()])
    const rect = wx.getMenuButtonBoundingClientRect()
    this.say(typeof system.windowWidth, network.networkType, Object.keys(setting.authSetting).length, typeof rect.top, wxp.env.USER_DATA_PATH)
  },
  async storage() {
    await wxp.setStorage({ key: 'k', data: { deep: [1, null] } })
    const { data } = await wxp.getStorage({ key: 'k' })
    const missing = await wxp.getStorage({ key: 'none' }).catch((error) => error.errMsg)
    const { keys } = await wxp.getStorageInfo()
    this.say(data, missing, keys.sort())
  },
  async load() {
    try {
      const data = await request({ url: 'http://api.stranger.example/ok', method: 'POST', data: { a: 1 } })
      const failed = await request({ url: 'http://api.stranger.example/no' }).catch((error) => [error.name, error.status, error instanceof Error])
      this.say(data, failed)
    } catch (error) { this.say('failed', error.message) }
  },
  async files() {
    const fs = wx.getFileSystemManager()
    const promised = (name, option) => new Promise((success, fail) => fs[name]({ ...option, success, fail }))
    const path = `${wx.env.USER_DATA_PATH}/cache`
    try { fs.accessSync(path) } catch (e) { fs.mkdirSync(path, true) }
    await promised('writeFile', { filePath: `${path}/a.json`, data: JSON.stringify({ at: 1 }), encoding: 'utf8' })
    const { data } = await promised('readFile', { filePath: `${path}/a.json`, encoding: 'utf8' })
    const { stats } = await promised('stat', { path: `${path}/a.json` })
    const { size } = await wxp.getFileInfo({ filePath: `${path}/a.json` })
    this.say(JSON.parse(data), stats.isFile(), size, fs.readdirSync(path))
  },
  boom() { throw new Error('boom') },
  reject() { Promise.reject({ errMsg: 'lost:fail' }) },
  go() {
    wx.navigateTo({
      url: '/pages/next/next?' + ['a=1', 'list=' + encodeURIComponent(JSON.stringify([1, '二']))].join('&'),
      events: { picked: (data) => this.say('picked', data), closed: () => { this.closed = true } },
      success: ({ eventChannel }) => eventChannel.emit('opened', { from: this.route }),
    })
  },
  showTracked() { this.say(wx.tracked.join('|'), app.caught || [], app.rejected || '') },
  async misc() {
    const results = []
    const done = (name) => () => results.push(name)
    wx.showLoading({ title: 'x', mask: true, success: done('loading') })
    await wxp.hideLoading()
    wx.showToast({ title: 'done', icon: 'none', duration: 500, success: done('toast') })
    wx.vibrateShort({ type: 'light', success: done('vibrate') })
    wx.setClipboardData({ data: 'x', success: done('clipboard') })
    wx.setNavigationBarTitle({ title: 'T', success: done('title') })
    wx.pageScrollTo({ scrollTop: 0, duration: 0, success: done('scroll') })
    wx.reportEvent && wx.reportEvent('e', {})
    const sound = wx.createInnerAudioContext({ useWebAudioImplement: true })
    sound.src = 'https://a.example/x.mp3'
    sound.volume = 0.5
    const manager = wx.getUpdateManager()
    manager.onCheckForUpdate(({ hasUpdate }) => results.push('update ' + hasUpdate))
    await new Promise((resolve) => wx.nextTick(resolve))
    await new Promise((resolve) => setTimeout(resolve, 50))
    this.say(results.sort().join(','), sound.duration)
  },
  async modal() {
    const { confirm } = await wxp.showModal({ title: 'Sure?', content: 'really' })
    const { tapIndex } = await wxp.showActionSheet({ itemList: ['a', 'b'] }).catch((error) => error)
    this.say(confirm, tapIndex === undefined ? 'none' : tapIndex)
  },
  onShareAppMessage: () => ({ title: 'T', path: '/pages/index/index?from=share' }),
})

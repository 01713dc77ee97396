import { wxp } from './lib/promisify'
import './lib/track'
import { request } from './lib/request'
App({
  globalData: { wxp, request },
  onLaunch() { this.sdk = wx.getStorageSync('sdk') || 'fresh'; wx.setStorageSync('sdk', 'kept') },
  onShow(options) { this.shown = options.path },
  onError(error) { this.caught = (this.caught || []).concat(String(error).split('\n')[0]) },
  onUnhandledRejection({ reason }) { this.rejected = reason && (reason.errMsg || reason.message) },
  onPageNotFound() { wx.redirectTo({ url: '/pages/index/index' }) },
})

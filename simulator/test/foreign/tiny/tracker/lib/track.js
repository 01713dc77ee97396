// in the manner of analytics kits: App, Page, Component and members of wx are wrapped in place
const log = []
wx.tracked = log
const wrap = (options, name, before) => {
  const own = options[name]
  options[name] = function (...args) { before.call(this, ...args); return own && own.apply(this, args) }
}
const NativePage = Page
Page = function (options) {
  wrap(options, 'onLoad', function () { log.push('load ' + this.route) })
  wrap(options, 'onShow', function () { log.push('show ' + this.route) })
  Object.keys(options).forEach((key) => {
    if (typeof options[key] !== 'function' || /^on[A-Z]/.test(key)) return
    const own = options[key]
    options[key] = function (event) {
      if (event && event.type === 'tap') log.push('tap ' + (event.currentTarget.id || '') + ' ' + key)
      return own.apply(this, arguments)
    }
  })
  return NativePage(options)
}
const nativeRequest = wx.request
Object.defineProperty(wx, 'request', {
  configurable: true, enumerable: true, writable: true,
  value(options) { log.push('request ' + options.url.replace(/^https?:..[^/]*/, '')); return nativeRequest.call(this, options) },
})
wx.onAppHide && wx.onAppHide(() => log.push('hidden'))
wx.onError && wx.onError(() => log.push('error'))

// in the manner of miniprogram-api-promise: every member of wx that takes callbacks becomes a promise
const NOT_ASYNC = ['clearStorage', 'hideToast', 'hideLoading', 'drawCanvas', 'canIUse', 'stopRecord', 'stopVoice', 'pauseVoice', 'createSelectorQuery']
export const promisify = (fn) => (args = {}) => new Promise((resolve, reject) => {
  fn({ ...args, success: resolve, fail: reject })
})
export const wxp = {}
Object.keys(wx).forEach((key) => {
  const member = wx[key]
  if (typeof member !== 'function') { wxp[key] = member; return }
  if (NOT_ASYNC.indexOf(key) >= 0 || /^(on|off|create|get\w+Manager)|Sync$/.test(key)) wxp[key] = member.bind(wx)
  else wxp[key] = promisify(member)
})
export const names = Object.keys(wxp).length

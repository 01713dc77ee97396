const parts = (version) => String(version).split('.').map(Number)

/** Whether base library `version` is `since` or newer. */
const isAtLeast = (version, since) => {
  const left = parts(version)
  const right = parts(since)
  const place = [0, 1, 2].filter((at) => (left[at] || 0) !== (right[at] || 0))[0]
  return place === undefined || (left[place] || 0) > (right[place] || 0)
}

/** The WeChat this runs on: nothing of it names a person or a single phone. */
const read = () => {
  const info = wx.getSystemInfoSync()
  return {
    library: info.SDKVersion,
    platform: info.platform,
    wechat: info.version,
    system: info.system,
    language: info.language,
  }
}

module.exports = { isAtLeast, read }

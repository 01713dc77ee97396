/** Where `npm run probe -- --serve` listens; another address can be typed in on the page. */
let base = 'http://127.0.0.1:8790'
let there = false

module.exports = {
  url: (path) => `${base}${path}`,
  base: () => base,
  use: (address) => {
    base = address.replace(/\/+$/, '')
  },
  isThere: () => there,
  /** Whether the server answers within two seconds. */
  find: (callback) => {
    wx.request({
      url: `${base}/ping`,
      timeout: 2000,
      success: ({ data }) => {
        there = Boolean(data && data.probe === true)
      },
      complete: () => callback(there),
    })
  },
}

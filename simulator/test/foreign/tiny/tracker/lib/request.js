const interceptors = { before: [], after: [] }
export const use = (kind, fn) => { interceptors[kind].push(fn) }
export class HttpError extends Error {
  constructor(status, body) { super('HTTP ' + status); this.name = 'HttpError'; this.status = status; this.body = body }
}
export const request = async (options) => {
  let config = { header: {}, ...options }
  for (const fn of interceptors.before) config = (await fn(config)) || config
  const response = await new Promise((resolve, reject) => {
    wx.request({ ...config, success: resolve, fail: ({ errMsg, errno }) => reject(Object.assign(new Error(errMsg), { errno })) })
  })
  if (response.statusCode >= 400) throw new HttpError(response.statusCode, response.data)
  return interceptors.after.reduce((data, fn) => fn(data), response.data)
}
use('before', (config) => ({ ...config, header: { ...config.header, 'X-Token': wx.getStorageSync('token') || 'none' } }))
use('after', (data) => data)

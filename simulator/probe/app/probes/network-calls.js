const { call, message } = require('../runner/say')
const server = require('../runner/server')

module.exports = [
  {
    id: 'network.invalid',
    doubt: 'unproven',
    zh: '不是地址的地址，失败',
    en: 'An address that is none fails',
    expected: 'request:fail invalid url "nowhere"',
    run: (see) => call('request', { url: 'nowhere' }, (answer) => see(message(answer))),
  },
  {
    id: 'network.task',
    zh: 'request 返回任务，不是 Promise',
    en: 'request returns a task, not a promise',
    expected: 'abort function, then undefined',
    run: (see) => {
      const task = wx.request({ url: server.url('/ping'), fail: () => undefined })
      see(`abort ${typeof task.abort}, then ${typeof task.then}`)
    },
  },
  {
    id: 'network.abort',
    zh: '中止的请求失败',
    en: 'An aborted request fails',
    expected: 'request:fail abort',
    run: (see) => {
      const end = (answer) => see(message(answer))
      wx.request({ url: server.url('/hold?ms=2000'), success: end, fail: end }).abort()
    },
  },
]

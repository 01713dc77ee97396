const { call, kindOf, kindsOf, message } = require('../runner/say')

module.exports = [
  {
    id: 'device.performance',
    api: 'getPerformance',
    since: '2.11.0',
    zh: 'getPerformance 有启动与首次渲染',
    en: 'getPerformance knows the launch',
    expected: 'appLaunch',
    run: (see) =>
      see(
        wx
          .getPerformance()
          .getEntries()
          .map(({ name }) => name)
          .filter((name) => name === 'appLaunch')[0] || 'none',
      ),
  },
  {
    id: 'device.update',
    api: 'getUpdateManager',
    since: '1.9.90',
    zh: '更新管理器告知有没有新版本',
    en: 'The update manager reports whether there is a newer version',
    expected: 'hasUpdate boolean',
    run: (see) =>
      wx.getUpdateManager().onCheckForUpdate((result) => see(kindsOf(result, ['hasUpdate']))),
  },
  {
    id: 'device.log',
    api: 'getLogManager',
    since: '2.1.0',
    zh: '日志管理器的方法',
    en: 'Methods of the log manager',
    expected: 'function, function, function, function',
    run: (see) => {
      const log = wx.getLogManager()
      see([log.log, log.info, log.warn, log.debug].map((one) => typeof one).join(', '))
    },
  },
  {
    id: 'device.user-data-path',
    zh: 'wx.env.USER_DATA_PATH 是文字',
    en: 'wx.env.USER_DATA_PATH is a text',
    expected: 'text',
    run: (see) => see(kindOf(wx.env && wx.env.USER_DATA_PATH)),
  },
  {
    id: 'device.ext-config',
    api: 'getExtConfigSync',
    since: '1.1.0',
    zh: '没有第三方配置，也是对象',
    en: 'Without third-party configuration there is still an object',
    expected: 'object',
    run: (see) => see(kindOf(wx.getExtConfigSync())),
  },
  {
    id: 'device.prefetch',
    api: 'getBackgroundFetchData',
    since: '2.8.0',
    doubt: 'unproven',
    zh: '没有预拉取的数据，失败',
    en: 'Without prefetched data it fails',
    expected: 'getBackgroundFetchData:fail record not found',
    run: (see) =>
      call('getBackgroundFetchData', { fetchType: 'pre' }, (answer) => see(message(answer))),
  },
]

const { call, kindOf, kindsOf, message, sentence } = require('../runner/say')

const KEY = 'probe-value'
const remains = (value) => (see) => {
  wx.setStorageSync(KEY, value)
  see(JSON.stringify(wx.getStorageSync(KEY)))
  wx.removeStorageSync(KEY)
}
const kept = (id, zh, en, value, expected) => ({
  id: `storage.${id}`,
  zh,
  en,
  expected: expected || JSON.stringify(value),
  run: remains(value),
})
const long = (bytes) => new Array(bytes + 1).join('x')

module.exports = {
  id: 'storage',
  zh: '存储',
  en: 'Storage',
  rules: [
    {
      id: 'storage.missing-sync',
      zh: '同步读没有的键，得到空文字',
      en: 'A synchronous read of a missing key returns an empty text',
      expected: '""',
      run: (see) => see(JSON.stringify(wx.getStorageSync('probe-none'))),
    },
    {
      id: 'storage.missing',
      doubt: 'unproven',
      zh: '异步读没有的键，失败',
      en: 'An asynchronous read of a missing key fails',
      expected: 'getStorage:fail data not found',
      run: sentence('getStorage', { key: 'probe-none' }),
    },
    kept('number', '数字还是数字', 'A number stays a number', 7),
    kept('boolean', '布尔值还是布尔值', 'A boolean stays a boolean', false),
    kept('empty', '空文字还是空文字', 'An empty text stays empty', ''),
    kept('object', '对象还是对象', 'An object stays an object', { a: [1, { b: null }] }),
    {
      id: 'storage.copy',
      zh: '存的是副本，之后的改动不算',
      en: 'A copy is stored: later changes do not count',
      expected: '1',
      run: (see) => {
        const value = { n: 1 }
        wx.setStorageSync(KEY, value)
        value.n = 2
        see(wx.getStorageSync(KEY).n)
        wx.removeStorageSync(KEY)
      },
    },
    {
      id: 'storage.both-ways',
      zh: '异步写的，同步读得到',
      en: 'What was written asynchronously is read synchronously',
      expected: '"both"',
      run: (see) =>
        call('setStorage', { key: KEY, data: 'both' }, () => {
          see(JSON.stringify(wx.getStorageSync(KEY)))
          wx.removeStorageSync(KEY)
        }),
    },
    {
      id: 'storage.removed',
      zh: '删掉的键读不到',
      en: 'A removed key is gone',
      expected: '""',
      run: (see) => {
        wx.setStorageSync(KEY, 1)
        wx.removeStorageSync(KEY)
        see(JSON.stringify(wx.getStorageSync(KEY)))
      },
    },
    {
      id: 'storage.remove-missing',
      zh: '删没有的键也成功',
      en: 'Removing a missing key succeeds',
      expected: 'removeStorage:ok',
      run: sentence('removeStorage', { key: 'probe-none' }),
    },
    {
      id: 'storage.info',
      zh: 'getStorageInfoSync：键、已用、上限',
      en: 'getStorageInfoSync: keys, size, limit',
      expected: 'keys list, currentSize number, limitSize number',
      run: (see) => see(kindsOf(wx.getStorageInfoSync(), ['keys', 'currentSize', 'limitSize'])),
    },
    {
      id: 'storage.limit',
      zh: '上限 10 MB，以 KB 计',
      en: 'The limit is 10 MB, reported in KB',
      expected: '10240',
      run: (see) => see(wx.getStorageInfoSync().limitSize),
    },
    {
      id: 'storage.key-limit',
      doubt: 'unproven',
      zh: '一个键超过 1 MB，失败',
      en: 'More than 1 MB in one key fails',
      expected: 'setStorage:fail entry size limit reached',
      run: sentence('setStorage', { key: KEY, data: long(1024 * 1024 + 10) }),
    },
    {
      id: 'storage.key-limit-throws',
      zh: '同步写超过 1 MB，抛出错误',
      en: 'Written synchronously it throws',
      expected: 'throws object',
      run: (see) => {
        try {
          wx.setStorageSync(KEY, long(1024 * 1024 + 10))
          see('returns')
        } catch (error) {
          see(`throws ${kindOf(error)}`)
        }
      },
    },
    {
      id: 'storage.encrypted',
      since: '2.21.3',
      zh: '加密写的，加密才读得到',
      en: 'An encrypted value is read by an encrypted read',
      expected: 'secret',
      run: (see) =>
        call('setStorage', { key: KEY, data: 'secret', encrypt: true }, () =>
          call('getStorage', { key: KEY, encrypt: true }, (answer) => {
            see(answer.data === undefined ? message(answer) : answer.data)
            wx.removeStorage({ key: KEY })
          }),
        ),
    },
  ],
}

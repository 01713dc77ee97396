const { call, kindOf, message } = require('../runner/say')

const attempt = (run) => {
  try {
    return run()
  } catch (error) {
    return error === undefined ? 'runs' : 'refused'
  }
}

module.exports = {
  id: 'language',
  zh: '逻辑层的语言',
  en: 'The language of the logic layer',
  rules: [
    {
      id: 'language.no-page-object',
      zh: '逻辑层没有 window 和 document',
      en: 'The logic layer has no window and no document',
      expected: 'undefined, undefined',
      run: (see) => see(`${typeof window}, ${typeof document}`),
    },
    {
      id: 'language.no-code-from-text',
      zh: 'new Function 不执行代码',
      en: 'new Function runs no code',
      expected: 'refused',
      run: (see) => see(attempt(() => (Function('return 40 + 2')() === 42 ? 'runs' : 'refused'))),
    },
    {
      id: 'language.return-this',
      zh: 'Function("return this") 可以用',
      en: 'Function("return this") works',
      expected: 'object',
      run: (see) => see(attempt(() => typeof Function('return this')())),
    },
    {
      id: 'language.timer-id',
      zh: 'setTimeout 返回数字',
      en: 'setTimeout returns a number',
      expected: 'number',
      run: (see) => see(kindOf(setTimeout(() => undefined, 0))),
    },
    {
      id: 'language.cleared-timer',
      zh: '清除的定时器不再触发',
      en: 'A cleared timer does not fire',
      expected: 'silent',
      run: (see) => {
        const timer = setTimeout(() => see('fires'), 10)
        clearTimeout(timer)
        setTimeout(() => see('silent'), 40)
      },
    },
    {
      id: 'language.array-at',
      zh: 'Array.prototype.at：基础库 2.23.1 起各机型都有',
      en: 'Array.prototype.at: on every phone since base library 2.23.1',
      expected: (here) =>
        require('../runner/environment').isAtLeast(here.library, '2.23.1')
          ? 'function'
          : ['function', 'undefined'],
      run: (see) => see(typeof Array.prototype.at),
    },
    {
      id: 'language.next-tick',
      api: 'nextTick',
      since: '2.2.3',
      zh: 'wx.nextTick 在当前代码之后执行',
      en: 'wx.nextTick runs after the current code',
      expected: 'after',
      run: (see) => {
        let order = 'before'
        wx.nextTick(() => see(order))
        order = 'after'
      },
    },
    {
      id: 'language.promise',
      since: '2.10.2',
      zh: '不给回调的异步接口返回 Promise',
      en: 'An asynchronous API without callbacks returns a promise',
      expected: 'promise',
      run: (see) => {
        const returned = wx.getStorageInfo()
        see(returned && typeof returned.then === 'function' ? 'promise' : kindOf(returned))
      },
    },
    {
      id: 'language.no-promise',
      zh: '给了回调就不返回 Promise',
      en: 'With a callback it returns none',
      expected: 'nothing',
      run: (see) => see(kindOf(wx.getStorageInfo({ success: () => undefined }))),
    },
    {
      id: 'language.plain-failure',
      zh: '失败的回调得到普通对象，不是 Error',
      en: 'A failure is a plain object, not an Error',
      expected: 'plain',
      run: (see) =>
        call('getStorage', { key: 'probe-none' }, (failure) =>
          see(failure instanceof Error ? 'Error' : 'plain'),
        ),
    },
    {
      id: 'language.complete-last',
      zh: 'success 之后才是 complete',
      en: 'complete follows success',
      expected: 'success, complete',
      run: (see) => {
        const heard = []
        wx.getStorageInfo({
          success: () => heard.push('success'),
          complete: () => see(heard.concat('complete').join(', ')),
        })
      },
    },
    {
      id: 'language.rejects-plain',
      since: '2.10.2',
      zh: 'Promise 以普通对象拒绝',
      en: 'A promise rejects with the plain object',
      expected: 'getStorage:fail data not found',
      run: (see) =>
        void wx.getStorage({ key: 'probe-none' }).then(
          () => see('resolves'),
          (failure) => see(message(failure)),
        ),
    },
    {
      id: 'language.can-i-use',
      zh: 'wx.canIUse：有的为真，没有的为假',
      en: 'wx.canIUse: true for what is there, false for what is not',
      expected: 'true, false',
      run: (see) => see(`${wx.canIUse('getStorage')}, ${wx.canIUse('noSuchThing')}`),
    },
  ],
}

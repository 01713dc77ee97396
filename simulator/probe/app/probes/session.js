const { call, kindOf, kindsOf, message, sentence } = require('../runner/say')

module.exports = {
  id: 'session',
  zh: '登录',
  en: 'Signing in',
  rules: [
    {
      id: 'session.code',
      zh: 'wx.login 给 code',
      en: 'wx.login returns a code',
      expected: 'login:ok, code text',
      run: (see) =>
        call('login', {}, (answer) => see(`${message(answer)}, ${kindsOf(answer, ['code'])}`)),
    },
    {
      id: 'session.fresh',
      zh: '每次的 code 都不同',
      en: 'Each code is another',
      expected: (here) => (here.platform === 'devtools' ? ['other', 'same'] : 'other'),
      run: (see) =>
        call('login', {}, (first) =>
          call('login', {}, (next) => see(first.code === next.code ? 'same' : 'other')),
        ),
    },
    {
      id: 'session.together',
      zh: '同时三次登录都成功',
      en: 'Three logins at once all succeed',
      expected: '3',
      run: (see) => {
        let left = 3
        let fine = 0
        const end = ({ code }) => {
          left -= 1
          if (kindOf(code) === 'text') fine += 1
          if (left === 0) see(fine)
        }
        for (let count = 3; count > 0; count -= 1) call('login', {}, end)
      },
    },
    {
      id: 'session.check',
      zh: '登录之后 checkSession 成功',
      en: 'After a login checkSession succeeds',
      expected: 'checkSession:ok',
      run: sentence('checkSession', {}),
    },
    {
      id: 'session.account',
      api: 'getAccountInfoSync',
      since: '2.2.2',
      zh: '账号信息有 AppID',
      en: 'Account information has the AppID',
      expected: 'appId text',
      run: (see) => see(kindsOf(wx.getAccountInfoSync().miniProgram, ['appId'])),
    },
    {
      id: 'session.version',
      api: 'getAccountInfoSync',
      since: '2.10.0',
      zh: '版本：开发、体验或正式',
      en: 'Version: develop, trial or release',
      expected: ['develop', 'trial', 'release'],
      run: (see) => see(wx.getAccountInfoSync().miniProgram.envVersion),
    },
    {
      id: 'session.settings',
      api: 'getSetting',
      since: '1.2.0',
      zh: 'getSetting 有 authSetting',
      en: 'getSetting has authSetting',
      expected: 'authSetting object',
      run: (see) => call('getSetting', {}, (answer) => see(kindsOf(answer, ['authSetting']))),
    },
  ],
}

const { isAtLeast } = require('../runner/environment')

module.exports = [
  {
    id: 'profile.user-info',
    since: '2.10.4',
    zh: 'getUserInfo 的回答是微信用户',
    en: 'getUserInfo returns anonymous data',
    expected: (here) =>
      here.platform === 'devtools' && !isAtLeast(here.library, '2.16.2')
        ? ['everybody', 'a person', 'getUserInfo:fail scope unauthorized']
        : 'everybody',
  },
  {
    id: 'profile.credentials',
    since: '2.10.4',
    zh: 'withCredentials: false 时没有加密数据',
    en: 'With withCredentials: false there is no encrypted data',
    expected: 'nothing',
  },
]

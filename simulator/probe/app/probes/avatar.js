const { remember } = require('../runner/conceal')
const { kindOf } = require('../runner/say')

module.exports = {
  id: 'avatar',
  zh: '选择头像',
  en: 'Choosing a picture',
  rules: [
    {
      id: 'avatar.file',
      since: '2.21.2',
      zh: '选中的头像是临时文件',
      en: 'A chosen picture is a temporary file',
      expected: 'temporary',
    },
    {
      id: 'avatar.members',
      since: '2.21.2',
      zh: '事件里有 avatarUrl',
      en: 'The event has avatarUrl',
      expected: 'avatarUrl',
    },
  ],
  taps: [
    {
      id: 'avatar',
      kind: 'open',
      openType: 'chooseAvatar',
      answer: 'allow',
      patienceMs: 60000,
      ids: ['avatar.file', 'avatar.members'],
      zh: '点按钮，选一张头像',
      en: 'Tap, then choose a picture',
      run: (see, { detail }) => {
        const path = detail.avatarUrl
        remember(detail)
        see(
          'avatar.file',
          /^(http:\/\/tmp|wxfile:\/\/|blob:|https?:\/\/127)/.test(path)
            ? 'temporary'
            : kindOf(path),
        )
        see(
          'avatar.members',
          Object.keys(detail)
            .filter((name) => name === 'avatarUrl')
            .join(', '),
        )
      },
    },
  ],
}

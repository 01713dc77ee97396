const userInfo = require('./user-info')
const { isAtLeast } = require('../runner/environment')
const { call, kindOf, message, sentence } = require('../runner/say')

const isEverybodys = (here) => isAtLeast(here.library, '2.27.1')
const whose = (answer) =>
  answer.userInfo
    ? answer.userInfo.nickName === '微信用户'
      ? 'everybody'
      : 'a person'
    : message(answer)
const CRYPTO = ['rawData', 'signature', 'encryptedData', 'iv']

const about = (rule) => Object.assign({ api: 'getUserProfile', since: '2.10.4' }, rule)
const NO_PLACES = 'empty text, empty text, empty text'
const PARTS = ['answer', 'asked', 'gender', 'places', 'language', 'crypto', 'no-ids']
const ANSWER = PARTS.map((name) => `profile.${name}`)

/** An answer that comes within half a second came without a question. */
const AT_ONCE_MS = 500

module.exports = {
  id: 'profile',
  zh: '昵称与头像',
  en: 'Nickname and picture',
  rules: [
    about({
      id: 'profile.no-tap',
      zh: '不在点击之中，getUserProfile 失败',
      en: 'Outside of a tap getUserProfile fails',
      expected: 'getUserProfile:fail can only be invoked by user TAP gesture.',
      run: sentence('getUserProfile', { desc: 'probe' }),
    }),
    about({
      id: 'profile.late-tap',
      zh: '点击之后等一会儿，手势就没了',
      en: 'A tap is over after a wait',
      expected: 'getUserProfile:fail can only be invoked by user TAP gesture.',
    }),
    about({
      id: 'profile.desc-missing',
      zh: 'desc 必填',
      en: 'desc is required',
      expected:
        'getUserProfile:fail parameter error: parameter.desc should be String instead of Undefined;',
    }),
    about({
      id: 'profile.desc-long',
      zh: 'desc 至多 30 个字符',
      en: 'desc has 30 characters at most',
      expected: 'getUserProfile:fail desc length does not meet the requirements',
    }),
    about({
      id: 'profile.desc-empty',
      zh: 'desc 不能为空',
      en: 'desc cannot be empty',
      expected: 'getUserProfile:fail desc length does not meet the requirements',
    }),
    about({
      id: 'profile.answer',
      zh: '2.27.1 起，人人都是微信用户',
      en: 'Since 2.27.1 the answer is anonymous',
      expected: (here) => (isEverybodys(here) ? 'everybody' : 'a person'),
    }),
    about({
      id: 'profile.asked',
      doubt: 'unproven',
      zh: '2.27.1 起不再弹窗',
      en: 'Since 2.27.1 nothing is asked',
      expected: (here) => (isEverybodys(here) ? 'not asked' : 'asked'),
    }),
    about({ id: 'profile.gender', zh: '没有性别', en: 'There is no gender', expected: '0' }),
    about({
      id: 'profile.places',
      zh: '没有地区；2.27.1 以下可以有',
      en: 'There are no places; below 2.27.1 there may be',
      expected: (here) => (isEverybodys(here) ? NO_PLACES : [NO_PLACES, 'text, text, text']),
    }),
    about({
      id: 'profile.language',
      zh: '语言是 zh_CN；2.27.1 以下可以是要的那种',
      en: 'The language is zh_CN; below 2.27.1 it may be that of the call',
      expected: (here) => (isEverybodys(here) ? 'zh_CN' : ['zh_CN', 'en']),
    }),
    about({
      id: 'profile.crypto',
      zh: '签名与加密数据',
      en: 'Signature and encrypted data',
      expected: (here) =>
        here.platform === 'devtools' && !isAtLeast(here.library, '2.16.0') ? '' : CRYPTO.join(', '),
    }),
    about({
      id: 'profile.no-ids',
      zh: '没有 openId 和 unionId',
      en: 'There is no openId and no unionId',
      expected: 'none',
    }),
    about({
      id: 'profile.modal',
      zh: '确定模态框也算点击',
      en: 'A confirmed modal is a tap',
      expected: 'getUserProfile:ok',
    }),
    about({
      id: 'profile.refused',
      zh: '拒绝：auth deny（2.27.1 起不再问）',
      en: 'Refused: auth deny (since 2.27.1 nothing is asked)',
      expected: (here) =>
        isEverybodys(here) ? 'getUserProfile:ok' : 'getUserProfile:fail auth deny',
    }),
  ].concat(userInfo),
  taps: [
    {
      id: 'desc',
      kind: 'button',
      answer: 'allow',
      ids: ['profile.desc-missing', 'profile.desc-long', 'profile.desc-empty', 'profile.late-tap'],
      zh: '点按钮',
      en: 'Tap',
      run: (see) => {
        const ask = (id, option) =>
          call('getUserProfile', option, (answer) => see(id, message(answer)))
        ask('profile.desc-missing', {})
        ask('profile.desc-long', { desc: new Array(32).join('d') })
        ask('profile.desc-empty', { desc: '' })
        setTimeout(() => ask('profile.late-tap', { desc: 'probe' }), 700)
      },
    },
    {
      id: 'profile',
      kind: 'button',
      answer: 'allow',
      patienceMs: 60000,
      ids: ANSWER,
      zh: '点按钮，如果微信询问，选“允许”',
      en: 'Tap, and allow if WeChat asks',
      run: (see) => {
        const started = Date.now()
        call('getUserProfile', { desc: '探针 probe' }, (answer) => {
          const info = answer.userInfo || {}
          see('profile.asked', Date.now() - started < AT_ONCE_MS ? 'not asked' : 'asked')
          see('profile.answer', whose(answer))
          see('profile.gender', String(info.gender))
          see(
            'profile.places',
            ['country', 'province', 'city'].map((name) => kindOf(info[name])).join(', '),
          )
          see('profile.language', String(info.language))
          see('profile.crypto', CRYPTO.filter((name) => kindOf(answer[name]) === 'text').join(', '))
          see('profile.no-ids', info.openId || info.unionId ? 'there' : 'none')
        })
      },
    },
    {
      id: 'profile-modal',
      kind: 'button',
      answer: 'allow',
      patienceMs: 60000,
      ids: ['profile.modal'],
      zh: '点按钮，在弹窗里点“确定”，再允许',
      en: 'Tap, confirm, and allow if WeChat asks',
      run: (see) =>
        wx.showModal({
          title: '确定 OK',
          success: ({ confirm }) => {
            if (confirm)
              call('getUserProfile', { desc: 'probe' }, (answer) =>
                see('profile.modal', message(answer)),
              )
          },
        }),
    },
    {
      id: 'profile-refuse',
      kind: 'button',
      answer: 'refuse',
      patienceMs: 60000,
      ids: ['profile.refused'],
      zh: '点按钮，如果微信询问，选“拒绝”',
      en: 'Tap, and refuse if WeChat asks',
      run: (see) =>
        call('getUserProfile', { desc: 'probe' }, (answer) =>
          see('profile.refused', message(answer)),
        ),
    },
    {
      id: 'user-info',
      kind: 'button',
      answer: 'allow',
      ids: ['profile.user-info', 'profile.credentials'],
      zh: '点按钮',
      en: 'Tap',
      run: (see) =>
        call('getUserInfo', { withCredentials: false }, (answer) => {
          see('profile.user-info', whose(answer))
          see('profile.credentials', kindOf(answer.encryptedData))
        }),
    },
  ],
}

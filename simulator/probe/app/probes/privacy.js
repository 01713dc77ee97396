const { call, kindOf, kindsOf, message, withErrno } = require('../runner/say')

const SINCE = '2.32.3'
const api = 'requirePrivacyAuthorize'
const about = (rule) => Object.assign({ api, since: SINCE }, rule)

const LISTENER = [
  'privacy.last-listener',
  'privacy.each',
  'privacy.wrong-button',
  'privacy.refused',
  'privacy.silent',
]

const needs = (then, skip) =>
  call('getPrivacySetting', {}, ({ needAuthorization }) =>
    needAuthorization ? then() : skip('nothing to agree to'),
  )

/** Calls it twice, answers both by a button that is not there; then once, refused; then once more. */
const askListeners = (see) => {
  const heard = []
  let answer = { event: 'agree', buttonId: 'no-such-button' }
  wx.onNeedPrivacyAuthorization(() => heard.push('first'))
  wx.onNeedPrivacyAuthorization((resolve) => {
    heard.push('last')
    setTimeout(() => resolve(answer), 20)
  })
  let left = 2
  const refuse = () => {
    answer = { event: 'disagree' }
    call(api, {}, (failure) => {
      see('privacy.refused', withErrno(failure))
      heard.length = 0
      call(api, {}, (again) =>
        see('privacy.silent', `${heard.length === 0 ? 'not asked' : 'asked'}, ${message(again)}`),
      )
    })
  }
  const end = (failure) => {
    left -= 1
    if (left > 0) return
    see('privacy.last-listener', heard.indexOf('first') < 0 ? 'last only' : heard.join(', '))
    see('privacy.each', String(heard.length))
    see('privacy.wrong-button', withErrno(failure))
    refuse()
  }
  call(api, {}, end)
  call(api, {}, end)
}

module.exports = {
  id: 'privacy',
  zh: '隐私授权',
  en: 'Privacy',
  rules: [
    about({
      id: 'privacy.setting',
      zh: 'getPrivacySetting 说要不要授权、指引叫什么',
      en: 'getPrivacySetting says whether to ask, and what the guide is called',
      expected: 'needAuthorization boolean, privacyContractName text',
      run: (see) =>
        call('getPrivacySetting', {}, (answer) =>
          see(kindsOf(answer, ['needAuthorization', 'privacyContractName'])),
        ),
    }),
    about({
      id: 'privacy.returns',
      doubt: 'unproven',
      zh: '隐私接口不返回 Promise',
      en: 'Its APIs return no promise',
      expected: 'nothing',
      run: (see) => see(kindOf(wx.getPrivacySetting())),
    }),
    about({
      id: 'privacy.last-listener',
      zh: '最后注册的监听算数',
      en: 'The last listener counts',
      expected: 'last only',
    }),
    about({
      id: 'privacy.each',
      zh: '每个等待的调用各问一次',
      en: 'Each pending call asks for itself',
      expected: '2',
    }),
    about({
      id: 'privacy.wrong-button',
      zh: '同意要有被点按钮的 id',
      en: 'agree needs the id of the tapped button',
      expected:
        'requirePrivacyAuthorize:fail privacy permission is not authorized or buttonId is wrong, errno 104',
    }),
    about({
      id: 'privacy.refused',
      doubt: 'unproven',
      zh: '不同意：errno 104',
      en: 'Refused: errno 104',
      expected: 'requirePrivacyAuthorize:fail privacy permission is not authorized, errno 104',
    }),
    about({
      id: 'privacy.silent',
      zh: '拒绝后十秒内不再问',
      en: 'For ten seconds after a refusal nothing is asked',
      expected: 'not asked, requirePrivacyAuthorize:fail privacy permission is not authorized',
    }),
    about({
      id: 'privacy.agree-event',
      zh: '同意按钮的事件',
      en: 'The event of the agreement button',
      expected: 'agreePrivacyAuthorization:ok',
    }),
    about({
      id: 'privacy.agreed',
      zh: '同意之后不再需要授权',
      en: 'After the agreement nothing is needed',
      expected: 'false',
    }),
    about({
      id: 'privacy.passes',
      zh: '同意之后 requirePrivacyAuthorize 成功',
      en: 'After the agreement requirePrivacyAuthorize succeeds',
      expected: 'requirePrivacyAuthorize:ok',
    }),
  ],
  steps: [
    {
      ids: LISTENER,
      run: (see, skip) => needs(() => askListeners(see), skip),
    },
  ],
  taps: [
    {
      id: 'privacy',
      place: -1,
      kind: 'open',
      openType: 'agreePrivacyAuthorization',
      answer: 'allow',
      ids: ['privacy.agree-event', 'privacy.agreed', 'privacy.passes'],
      zh: '点按钮，表示同意隐私保护指引',
      en: 'Tap to agree to the privacy guide',
      run: (see, { detail }) => {
        see('privacy.agree-event', message(detail))
        call('getPrivacySetting', {}, ({ needAuthorization }) =>
          see('privacy.agreed', String(needAuthorization)),
        )
        call(api, {}, (answer) => see('privacy.passes', message(answer)))
      },
    },
  ],
}

const { remember } = require('../runner/conceal')
const { isAtLeast } = require('../runner/environment')
const { kindOf, message } = require('../runner/say')

const NO_PERMISSION = 'getPhoneNumber:fail no permission'
const denied = ({ platform }) =>
  platform === 'android' ? 'getPhoneNumber:fail:user deny' : 'getPhoneNumber:fail user deny'

module.exports = {
  id: 'phone',
  zh: '手机号按钮',
  en: 'The phone button',
  rules: [
    {
      id: 'phone.refused',
      zh: '拒绝的写法（个人主体没有权限）',
      en: 'How a refusal is written (personal accounts have no permission)',
      expected: (here) => [denied(here), NO_PERMISSION],
    },
    {
      id: 'phone.refused-code',
      zh: '拒绝时没有 code',
      en: 'A refusal has no code',
      expected: 'nothing',
    },
    {
      id: 'phone.allowed',
      zh: '允许之后',
      en: 'An allowance',
      expected: ['getPhoneNumber:ok', NO_PERMISSION],
    },
    {
      id: 'phone.code',
      zh: '2.21.2 起带 code',
      en: 'Since 2.21.2 it brings a code',
      expected: (here) => (isAtLeast(here.library, '2.21.2') ? 'text' : 'nothing'),
    },
    {
      id: 'phone.encrypted',
      zh: '也带加密数据',
      en: 'It brings encrypted data, too',
      expected: 'text, text',
    },
    {
      id: 'phone.realtime',
      since: '2.24.4',
      doubt: 'unproven',
      zh: '实时验证按钮拒绝的写法',
      en: 'How a refusal of the realtime button is written',
      expected: (here) => [denied(here), NO_PERMISSION],
    },
  ],
  taps: [
    {
      id: 'phone-refuse',
      kind: 'open',
      openType: 'getPhoneNumber',
      answer: 'refuse',
      patienceMs: 60000,
      ids: ['phone.refused', 'phone.refused-code'],
      zh: '点按钮，拒绝',
      en: 'Tap, then refuse',
      run: (see, { detail }) => {
        see('phone.refused', message(detail))
        see('phone.refused-code', kindOf(detail.code))
      },
    },
    {
      id: 'phone-allow',
      kind: 'open',
      openType: 'getPhoneNumber',
      answer: 'allow',
      patienceMs: 60000,
      ids: ['phone.allowed', 'phone.code', 'phone.encrypted'],
      zh: '点按钮，允许（可能收费 0.03 元；不愿意就跳过）',
      en: 'Tap, then allow (this may cost 0.03 CNY: skip it if you like)',
      run: (see, { detail }, skip) => {
        remember(detail)
        see('phone.allowed', message(detail))
        if (message(detail) !== 'getPhoneNumber:ok') {
          skip('not allowed')
          return
        }
        see('phone.code', kindOf(detail.code))
        see('phone.encrypted', `${kindOf(detail.encryptedData)}, ${kindOf(detail.iv)}`)
      },
    },
    {
      id: 'phone-realtime',
      kind: 'open',
      openType: 'getRealtimePhoneNumber',
      answer: 'refuse',
      patienceMs: 60000,
      ids: ['phone.realtime'],
      zh: '点按钮，拒绝',
      en: 'Tap, then refuse',
      run: (see, { detail }) => see('phone.realtime', message(detail)),
    },
  ],
}

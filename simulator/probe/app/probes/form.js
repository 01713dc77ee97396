const rulesOf = require('../runner/rules-of')
const VALUES = [
  ['text', '输入框没动过，是它的 value', 'An untouched input holds its value', '"typed"'],
  [
    'checkbox',
    '一开始勾选的复选框在数组里',
    'Boxes checked from the start are in the list',
    '["b"]',
  ],
  ['radio', '一开始选中的单选', 'The radio checked from the start', '"y"'],
  ['slider', 'slider 是数字', 'A slider is a number', '30'],
  ['switch', 'switch 是布尔值', 'A switch is a boolean', 'true'],
  ['picker', 'picker 是下标', 'A picker is an index', '1'],
  ['unnamed', '没有 name 的不在里面', 'What has no name is left out', 'left out'],
]

module.exports = {
  id: 'form',
  zh: '表单与输入',
  en: 'Forms and typing',
  rules: rulesOf('form', VALUES).concat(
    {
      id: 'input.keys',
      zh: '每个键一次 bindinput',
      en: 'bindinput comes key by key',
      expected: 'a, ab, abc',
    },
    {
      id: 'input.cursor',
      zh: 'bindinput 的 cursor 在文字之后',
      en: 'cursor of bindinput stands behind the text',
      expected: '1, 2, 3',
    },
    {
      id: 'input.order',
      zh: 'focus 最先，blur 最后',
      en: 'focus comes first, blur last',
      expected: 'focus, input, blur',
    },
    { id: 'input.blur', zh: 'blur 带着文字', en: 'blur brings the text', expected: 'abc' },
    { id: 'input.maxlength', zh: 'maxlength 截断', en: 'maxlength cuts', expected: 'abc' },
  ),
  taps: [
    {
      id: 'form',
      kind: 'form',
      answer: 'tap',
      ids: VALUES.map(([name]) => `form.${name}`),
      zh: '什么都不改，点“提交”',
      en: 'Change nothing, tap Submit',
      run: (see, { detail: { value } }) => {
        VALUES.filter(([name]) => name !== 'unnamed').forEach(([name]) =>
          see(
            `form.${name}`,
            name === 'picker' ? String(value[name]) : JSON.stringify(value[name]),
          ),
        )
        const known = VALUES.map(([name]) => name)
        const others = Object.keys(value).filter((name) => known.indexOf(name) < 0)
        see('form.unnamed', others.length === 0 ? 'left out' : 'there')
      },
    },
    {
      id: 'typing',
      kind: 'input',
      answer: 'type',
      ids: ['input.keys', 'input.cursor', 'input.order', 'input.blur', 'input.maxlength'],
      zh: '用英文键盘输入 abcd，再点别处',
      en: 'Type abcd on an English keyboard, then tap elsewhere',
      run: (see, { heard }) => {
        const typed = heard.filter(({ type }) => type === 'input').slice(0, 3)
        see('input.keys', typed.map(({ value }) => value).join(', '))
        see('input.cursor', typed.map(({ cursor }) => cursor).join(', '))
        const order = heard.map(({ type }) => type)
        see('input.order', order.filter((type, at) => type !== order[at - 1]).join(', '))
        const last = heard[heard.length - 1]
        see('input.blur', last.type === 'blur' ? last.value : 'no blur')
        see('input.maxlength', last.value)
      },
    },
  ],
}

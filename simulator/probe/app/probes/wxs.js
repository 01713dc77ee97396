const rulesOf = require('../runner/rules-of')
const readNodes = require('./read-nodes')

/** Name of the data attribute that pages/parts/language.wxs computes, the rule, and what it must hold. */
const PROBES = [
  ['require', 'WXS 可以引用另一个 WXS', 'A WXS requires another', '42'],
  ['constructor', '[].constructor 是文字 Array', '[].constructor is the text Array', 'Array'],
  ['number', '数字的 constructor 是 Number', 'constructor of a number is Number', 'Number'],
  ['regexp', 'getRegExp 建立正则表达式', 'getRegExp makes a regular expression', 'b-b-'],
  ['date', 'getDate 建立日期', 'getDate makes a date', '86400000'],
  ['json', 'JSON.stringify 与 JSON.parse', 'JSON.stringify and JSON.parse', '{"a":[1,2]}'],
  ['math', 'Math', 'Math', '3'],
  ['parse', 'parseInt 与 parseFloat', 'parseInt and parseFloat', '12, 1.5'],
  ['fixed', 'toFixed', 'toFixed', '1.50'],
  ['typeof', 'typeof', 'typeof', 'number, string, boolean, object, function, undefined'],
  ['sort', '数组的 sort、map、join', 'sort, map and join of arrays', '2,4,6'],
  ['closure', '闭包与递归', 'Closures and recursion', '120'],
  ['labels', 'switch 与 do while', 'switch and do while', 'two, 3'],
  ['uri', 'encodeURIComponent', 'encodeURIComponent', 'a%20b'],
]

const HANDLER = 'wxs.change'

module.exports = {
  id: 'wxs',
  zh: 'WXS',
  en: 'WXS',
  rules: rulesOf('wxs', PROBES).concat({
    id: HANDLER,
    since: '2.4.4',
    zh: 'change:属性 在 WXS 里听到改变，并用 callMethod 告诉逻辑层',
    en: 'change:property runs in WXS on a change, which calls the logic layer by callMethod',
    expected: '7',
  }),
  steps: [
    {
      ids: PROBES.map(([name]) => `wxs.${name}`).concat(HANDLER),
      patienceMs: 6000,
      run: (see) =>
        readNodes('#wxs', (dataset, page) => {
          PROBES.forEach(([name]) => see(`wxs.${name}`, dataset[name]))
          see(HANDLER, page.heardFromWxs)
        }),
    },
  ],
}

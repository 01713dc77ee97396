const rulesOf = require('../runner/rules-of')
const readNodes = require('./read-nodes')

/** Name of the data attribute in pages/parts/parts.wxml, the rule, and what it must hold. */
const PROBES = [
  ['sum', '双花括号里可以计算', 'Braces hold expressions', '3'],
  ['text', '文字与双花括号相接成文字', 'Text beside braces becomes text', 'text a1b'],
  ['condition', '三元运算', 'Conditional expressions', 'yes'],
  [
    'spread',
    '数组与对象可以写在里面',
    'Arrays and objects may be written inside',
    '{"a":1,"b":[1,2]}',
  ],
  [
    'missing',
    '没有的成员是 undefined，不报错',
    'A missing member is undefined and no error',
    'nothing',
  ],
  ['camelCase', 'data-camelCase 变成全小写', 'data-camelCase becomes lower case', 'camelcase'],
  ['dash', 'data-with-dash 变成驼峰', 'data-with-dash becomes camel case', 'withDash'],
  ['loop', 'wx:for 的 item 与 index', 'item and index of wx:for', '0a,1b'],
  [
    'names',
    'wx:for-item 与 wx:for-index 换名',
    'wx:for-item and wx:for-index rename them',
    '0x,1y',
  ],
  ['branches', 'wx:if、wx:elif、wx:else 只有一个', 'One of wx:if, wx:elif and wx:else', 'second'],
  ['parts', '模板 is 与 data', 'A template by is and data', 'filled'],
  ['hidden', 'hidden 的元素仍在', 'A hidden element is there', '1'],
]

module.exports = {
  id: 'template',
  zh: '模板',
  en: 'Templates',
  rules: rulesOf('template', PROBES),
  steps: [
    {
      ids: PROBES.map(([name]) => `template.${name}`),
      patienceMs: 6000,
      run: (see) =>
        readNodes('#template', (dataset, page) => {
          const seen = Object.assign({}, page.found, {
            sum: dataset.sum,
            text: `${typeof dataset.text} ${dataset.text}`.replace('string', 'text'),
            condition: dataset.condition,
            spread: JSON.stringify(dataset.spread),
            missing:
              dataset.missing === undefined || dataset.missing === '' ? 'nothing' : dataset.missing,
            camelCase: Object.keys(dataset).filter((name) => /^camelcase$/i.test(name))[0],
            dash: Object.keys(dataset).filter((name) => /dash/i.test(name))[0],
          })
          PROBES.forEach(([name]) => see(`template.${name}`, seen[name]))
        }),
    },
  ],
}

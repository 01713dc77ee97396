const { kindOf } = require('../runner/say')

const load = require

module.exports = {
  id: 'modules',
  zh: '模块与构造器',
  en: 'Modules and constructors',
  rules: [
    {
      id: 'modules.once',
      zh: '一个模块只执行一次',
      en: 'A module runs once',
      expected: 'same',
      run: (see) =>
        see(require('../runner/journal') === require('../runner/journal.js') ? 'same' : 'other'),
    },
    {
      id: 'modules.missing',
      zh: '没有的模块抛出错误',
      en: 'A missing module throws',
      expected: 'throws object',
      run: (see) => {
        try {
          load('../no/such/module')
          see('returns')
        } catch (error) {
          see(`throws ${kindOf(error)}`)
        }
      },
    },
    {
      id: 'modules.get-app',
      zh: 'getApp() 有 App() 给的成员',
      en: 'getApp() has the members App() was given',
      expected: 'probe',
      run: (see) => see(getApp().marker),
    },
    {
      id: 'modules.constructors',
      zh: 'App、Page、Component、Behavior 随时都在',
      en: 'App, Page, Component and Behavior are there at any time',
      expected: 'function, function, function, function',
      run: (see) =>
        setTimeout(
          () => see([App, Page, Component, Behavior].map((one) => typeof one).join(', ')),
          0,
        ),
    },
    {
      id: 'modules.behavior-value',
      zh: 'Behavior() 返回可用的值',
      en: 'Behavior() returns a value to use',
      expected: ['text', 'object'],
      run: (see) => see(kindOf(require('../parts/behaviors/counted'))),
    },
    {
      id: 'modules.current-pages',
      zh: 'getCurrentPages 返回页面，最后一个在最上面',
      en: 'getCurrentPages returns pages, the topmost last',
      expected: 'pages/index/index',
      run: (see) => see(getCurrentPages().slice(-1)[0].route),
    },
    {
      id: 'modules.current-pages-copy',
      zh: '改动 getCurrentPages 的数组不改动页面栈',
      en: 'Changing the array of getCurrentPages does not change the stack',
      expected: '1',
      run: (see) => {
        getCurrentPages().push('nothing')
        see(getCurrentPages().length)
      },
    },
  ],
}

const rulesOf = require('../runner/rules-of')
const journal = require('../runner/journal')

const PROBES = [
  [
    'created',
    '组件：created、attached、ready',
    'A component: created, attached, ready',
    'outer.created, outer.attached, outer.ready',
  ],
  [
    'ready-order',
    '里面的组件先 ready',
    'The component inside is ready first',
    'inner.ready, outer.ready',
  ],
  [
    'attached-order',
    '外面的组件先 attached',
    'The component outside is attached first',
    'outer.attached, inner.attached',
  ],
  [
    'page-lifetimes',
    '页面显示时，组件的 pageLifetimes.show 执行',
    'pageLifetimes.show runs when the page is shown',
    'outer.show',
  ],
  [
    'defaults',
    '属性的默认值按类型',
    'Properties have the default of their type',
    '["",0,false,[],null]',
  ],
  ['coerced', '给文字属性的数字变成文字', 'A number for a text property becomes a text', '"5"'],
  ['observer', 'observers 在数据改变时执行', 'observers run when the data changes', 'count 1'],
  [
    'behavior-data',
    'behavior 的数据与方法并入组件',
    'Data and methods of a behavior are merged in',
    'from behavior, own',
  ],
  [
    'behavior-order',
    'behavior 的生命周期先于组件的',
    'Lifetimes of a behavior run before those of the component',
    'behavior.attached, outer.attached',
  ],
  [
    'event',
    'triggerEvent 把 detail 交给父级',
    'triggerEvent brings its detail to the parent',
    '{"n":1}',
  ],
  ['select', 'selectComponent 返回组件实例', 'selectComponent returns the component', 'outer'],
  ['select-none', '找不到时返回 null', 'selectComponent returns null for none', 'null'],
  [
    'export',
    'wx://component-export 换掉 selectComponent 的返回',
    'wx://component-export replaces what selectComponent returns',
    'exported',
  ],
  ['own-nodes', '组件的选择器只看自己里面', 'A component queries its own nodes only', '1'],
  [
    'detached',
    '离开页面时组件 detached',
    'A component is detached with its page',
    'outer.detached',
  ],
]

const from = (name) => journal.read([name])

/** Reads what the components recorded, from the page that holds them. */
const read = (page, see) => {
  const outer = page.selectComponent('#outer')
  see('component.created', journal.read(['outer.created', 'outer.attached', 'outer.ready']))
  see('component.ready-order', journal.read(['inner.ready', 'outer.ready']))
  see('component.attached-order', journal.read(['outer.attached', 'inner.attached']))
  see('component.page-lifetimes', from('outer.show'))
  see('component.behavior-order', journal.read(['behavior.attached', 'outer.attached']))
  const { text, number, flag, list, thing, label } = outer.data
  see('component.defaults', JSON.stringify([text, number, flag, list, thing]))
  see('component.coerced', JSON.stringify(label))
  see('component.behavior-data', `${outer.data.inherited}, ${outer.own()}`)
  see('component.select', outer.data.name)
  see('component.select-none', String(page.selectComponent('#none')))
  see('component.export', String(outer.selectComponent('#inner').value))
  outer.setData({ count: 1 })
  see('component.observer', outer.observed)
  page.onTold = (detail) => see('component.event', JSON.stringify(detail))
  outer.triggerEvent('told', { n: 1 })
  outer
    .createSelectorQuery()
    .selectAll('.item')
    .boundingClientRect((found) => see('component.own-nodes', found.length))
    .exec()
}

module.exports = {
  id: 'component',
  zh: '自定义组件',
  en: 'Custom components',
  rules: rulesOf('component', PROBES),
  steps: [
    {
      ids: PROBES.map(([name]) => `component.${name}`),
      patienceMs: 6000,
      run: (see) => {
        journal.clear()
        journal.nextPage((page) => {
          page.whenReady(() => {
            read(page, see)
            setTimeout(() => {
              journal.clear()
              wx.navigateBack({
                complete: () =>
                  setTimeout(() => see('component.detached', from('outer.detached')), 180),
              })
            }, 180)
          })
        })
        wx.navigateTo({ url: '/pages/parts/parts' })
      },
    },
  ],
}

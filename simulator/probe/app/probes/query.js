const { kindOf } = require('../runner/say')

const ask = (build, read) => (see) => {
  const query = wx.createSelectorQuery()
  build(query)
  query.exec((results) => see(read(results)))
}

module.exports = {
  id: 'query',
  zh: '查询节点',
  en: 'Selector queries',
  rules: [
    {
      id: 'query.none',
      zh: '找不到的节点是 null',
      en: 'A node that is not there is null',
      expected: 'null',
      run: ask(
        (query) => query.select('#none').boundingClientRect(),
        ([found]) => String(found),
      ),
    },
    {
      id: 'query.rect',
      zh: 'boundingClientRect 的成员',
      en: 'Members of boundingClientRect',
      expected: 'bottom, dataset, height, id, left, right, top, width',
      run: ask(
        (query) => query.select('#table').boundingClientRect(),
        ([found]) => Object.keys(found).sort().join(', '),
      ),
    },
    {
      id: 'query.all-none',
      zh: 'selectAll 找不到是空数组',
      en: 'selectAll finds an empty list',
      expected: 'list 0',
      run: ask(
        (query) => query.selectAll('.none').boundingClientRect(),
        ([found]) => `${kindOf(found)} ${found.length}`,
      ),
    },
    {
      id: 'query.order',
      zh: '结果按提问的顺序',
      en: 'Results come in the order of the questions',
      expected: 'table, null',
      run: ask(
        (query) => {
          query.select('#table').fields({ id: true })
          query.select('#none').fields({ id: true })
        },
        ([first, other]) => `${first.id}, ${other}`,
      ),
    },
    {
      id: 'query.viewport',
      zh: '视口的滚动位置',
      en: 'Scroll position of the viewport',
      expected: 'number, number',
      run: ask(
        (query) => query.selectViewport().scrollOffset(),
        ([view]) => `${kindOf(view.scrollLeft)}, ${kindOf(view.scrollTop)}`,
      ),
    },
    {
      id: 'query.fields',
      zh: 'fields 只给要的成员',
      en: 'fields returns what was asked for and no more',
      expected: 'dataset, id',
      run: ask(
        (query) => query.select('#table').fields({ id: true, dataset: true }),
        ([found]) => Object.keys(found).sort().join(', '),
      ),
    },
    {
      id: 'query.callbacks',
      zh: '各自的回调先于 exec 的回调',
      en: 'Callbacks of the questions come before that of exec',
      expected: 'own, exec',
      run: (see) => {
        const heard = []
        wx.createSelectorQuery()
          .select('#table')
          .boundingClientRect(() => heard.push('own'))
          .exec(() => see(heard.concat('exec').join(', ')))
      },
    },
    {
      id: 'query.later',
      zh: 'exec 之后才有回答',
      en: 'Answers come after exec has returned',
      expected: 'later',
      run: (see) => {
        let when = 'at once'
        wx.createSelectorQuery()
          .select('#table')
          .boundingClientRect()
          .exec(() => see(when))
        when = 'later'
      },
    },
    {
      id: 'query.observer',
      zh: 'createIntersectionObserver 开始观察就报告一次',
      en: 'An intersection observer reports once when it begins',
      expected: 'number',
      run: (see) => {
        const observer = wx.createIntersectionObserver(getCurrentPages().slice(-1)[0])
        observer.relativeToViewport().observe('#table', ({ intersectionRatio }) => {
          observer.disconnect()
          see(kindOf(intersectionRatio))
        })
      },
    },
  ],
}

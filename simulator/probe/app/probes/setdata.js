const page = () => getCurrentPages().slice(-1)[0]

module.exports = {
  id: 'setdata',
  zh: 'setData',
  en: 'setData',
  rules: [
    {
      id: 'setdata.at-once',
      zh: 'this.data 立即改变',
      en: 'this.data changes at once',
      expected: '2',
      run: (see) => {
        page().setData({ scratch: 2 })
        see(page().data.scratch)
      },
    },
    {
      id: 'setdata.callback',
      zh: '回调在渲染之后才来',
      en: 'Its callback comes later, after rendering',
      expected: 'later',
      run: (see) => {
        let when = 'at once'
        page().setData({ scratch: 3 }, () => see(when))
        when = 'later'
      },
    },
    {
      id: 'setdata.callback-this',
      zh: '回调的 this 是页面',
      en: 'this of the callback is the page',
      expected: 'page',
      run: (see) => {
        const self = page()
        self.setData({ scratch: 4 }, function seen() {
          see(this === self ? 'page' : typeof this)
        })
      },
    },
    {
      id: 'setdata.path',
      zh: '按路径改一处，其余不变',
      en: 'A path changes one place and leaves the rest',
      expected: '{"list":[{"n":1,"m":1},{"n":5}]}',
      run: (see) => {
        page().setData({ scratch: { list: [{ n: 1, m: 1 }, { n: 2 }] } })
        page().setData({ 'scratch.list[1].n': 5 })
        see(JSON.stringify(page().data.scratch))
      },
    },
    {
      id: 'setdata.new-path',
      zh: '路径上没有的对象会建立',
      en: 'A path makes the objects it lacks',
      expected: '{"b":{"c":1}}',
      run: (see) => {
        page().setData({ fresh: {} })
        page().setData({ 'fresh.b.c': 1 })
        see(JSON.stringify(page().data.fresh))
      },
    },
    {
      id: 'setdata.several',
      zh: '一次可以改几处',
      en: 'One call changes several places',
      expected: '1, 2',
      run: (see) => {
        page().setData({ scratch: 1, fresh: 2 })
        see(`${page().data.scratch}, ${page().data.fresh}`)
      },
    },
  ],
}

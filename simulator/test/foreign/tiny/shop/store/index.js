const { observable, action } = require('./mobx')
exports.store = observable({
  goods: [{ id: 1, name: 'Tea', cents: 1250 }, { id: 2, name: 'Cup', cents: 9900 }],
  lines: [],
  get count() { return this.lines.reduce((sum, line) => sum + line.count, 0) },
  get cents() { return this.lines.reduce((sum, line) => sum + line.count * this.goods.find((good) => good.id === line.id).cents, 0) },
  add: action(function (id) {
    const known = this.lines.find((line) => line.id === id)
    this.lines = known
      ? this.lines.map((line) => (line.id === id ? { ...line, count: line.count + 1 } : line))
      : [...this.lines, { id, count: 1 }]
  }),
})

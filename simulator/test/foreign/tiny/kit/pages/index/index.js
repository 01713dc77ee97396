const lines = []
Page({
  data: { n: 1, second: 'Two', third: false, items: [{ id: 'a', name: 'Ann' }, { id: 'b', name: 'Bob' }], lines: '', text: '' },
  say(line) { lines.push(line); this.setData({ lines: lines.join('\n') }) },
  log({ type, detail, target }) { this.say(`${type} ${JSON.stringify(detail)}`) },
  rename() { this.setData({ second: 'Zwei' }) },
  more() { this.setData({ third: true }) },
  push() { this.setData({ [`items[${this.data.items.length}]`]: { id: 'c', name: 'Cid' }, 'items[0].name': 'Anna' }) },
  captured(event) { this.say('captured ' + event.currentTarget.id) },
  inner(event) { this.say('inner ' + JSON.stringify(event.mark) + JSON.stringify(event.currentTarget.dataset)) },
  ask() {
    const list = this.selectComponent('.fancies')
    const all = this.selectAllComponents('#tabs')
    this.createSelectorQuery().select('#tabs').boundingClientRect().exec((res) => {
      this.say(`asked ${typeof list.seen} ${all.length} ${all[0].data.titles.length} ${res.length} ${typeof res[0].width}`)
    })
  },
})
